<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DigitalDocumentCommands</name>
    <message numerus="yes">
        <source>Package saved as {name}, with %n digital document(s).</source>
        <translation>
            <numerusform>Package saved as {name}, with %n digital document.</numerusform>
            <numerusform>Package saved as {name}, with %n digital documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierHead</name>
    <message numerus="yes">
        <source>valid until {day}, %n day(s) left</source>
        <translation>
            <numerusform>valid until {day}, %n day left</numerusform>
            <numerusform>valid until {day}, %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueDatesRoom</name>
    <message numerus="yes">
        <source>Follow %n earlier declaration(s)</source>
        <translation>
            <numerusform>Follow %n earlier declaration</numerusform>
            <numerusform>Follow %n earlier declarations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due soon.</source>
        <translation>
            <numerusform>%n due soon.</numerusform>
            <numerusform>%n due soon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired.</source>
        <translation>
            <numerusform>%n expired.</numerusform>
            <numerusform>%n expired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) are followed.</source>
        <translation>
            <numerusform>%n declaration is followed.</numerusform>
            <numerusform>%n declarations are followed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueDays</name>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueReminder</name>
    <message numerus="yes">
        <source>%n due within 30 days</source>
        <translation>
            <numerusform>%n due within 30 days</numerusform>
            <numerusform>%n due within 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImporterBanner</name>
    <message numerus="yes">
        <source>%n open offence(s) of this importer.</source>
        <translation>
            <numerusform>%n open offence of this importer.</numerusform>
            <numerusform>%n open offences of this importer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerRoom</name>
    <message numerus="yes">
        <source>%n line(s) taken.</source>
        <translation>
            <numerusform>%n line taken.</numerusform>
            <numerusform>%n lines taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken: %n line(s) have a problem.</source>
        <translation>
            <numerusform>Nothing was taken: %n line has a problem.</numerusform>
            <numerusform>Nothing was taken: %n lines have a problem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManualRoom</name>
    <message numerus="yes">
        <source>%n place(s) found.</source>
        <translation>
            <numerusform>%n place found.</numerusform>
            <numerusform>%n places found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceCheck</name>
    <message numerus="yes">
        <source>%n item(s) lie outside the usual range.</source>
        <translation>
            <numerusform>%n item lies outside the usual range.</numerusform>
            <numerusform>%n items lie outside the usual range.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) of the importer</source>
        <translation>
            <numerusform>%n declaration of the importer</numerusform>
            <numerusform>%n declarations of the importer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) of the office</source>
        <translation>
            <numerusform>%n declaration of the office</numerusform>
            <numerusform>%n declarations of the office</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegimeNeedsDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message numerus="yes">
        <source>Warnings wait for you: %n. Space acknowledges each one.</source>
        <translation>
            <numerusform>%n warning waits for you. Space acknowledges it.</numerusform>
            <numerusform>%n warnings wait for you. Space acknowledges each one.</numerusform>
        </translation>
    </message>
</context>
</TS>
