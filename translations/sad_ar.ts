<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Total item duties</source>
        <translation>مجموع رسوم البنود</translation>
    </message>
    <message>
        <source>Total fees</source>
        <translation>مجموع النفقات</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الكفالة</translation>
    </message>
    <message>
        <source>Total assessed amount</source>
        <translation>مجموع المبلغ المصَفّى</translation>
    </message>
    <message>
        <source>{title}, item {number}</source>
        <translation>{title}، البند {number}</translation>
    </message>
</context>
<context>
    <name>AdvanceCargo</name>
    <message>
        <source>the list of invoices</source>
        <translation>قائمة الفواتير</translation>
    </message>
    <message>
        <source>the lines of the invoices</source>
        <translation>أسطر الفواتير</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>مطلوب</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Amendment requested</source>
        <translation>طُلب تعديله</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>مشحون</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>حلّ محله غيره</translation>
    </message>
    <message>
        <source>current</source>
        <translation>سارٍ</translation>
    </message>
    <message>
        <source>current, amended</source>
        <translation>سارٍ بعد التعديل</translation>
    </message>
    <message>
        <source>old, not to be used</source>
        <translation>قديم، لا يُستعمل</translation>
    </message>
    <message>
        <source>rejected or cancelled</source>
        <translation>مرفوض أو ملغى</translation>
    </message>
    <message>
        <source>Re&amp;quested</source>
        <translation>&amp;طُلب</translation>
    </message>
    <message>
        <source>Take bac&amp;k</source>
        <translation>&amp;سحب الطلب</translation>
    </message>
    <message>
        <source>&amp;Accepted…</source>
        <translation>&amp;قُبل…</translation>
    </message>
    <message>
        <source>Re&amp;jected…</source>
        <translation>&amp;رُفض…</translation>
    </message>
    <message>
        <source>A&amp;ppealed…</source>
        <translation>&amp;تظلّم…</translation>
    </message>
    <message>
        <source>&amp;Correct and request anew</source>
        <translation>ت&amp;صحيح وطلب جديد</translation>
    </message>
    <message>
        <source>Shi&amp;pped…</source>
        <translation>&amp;شُحن…</translation>
    </message>
    <message>
        <source>E&amp;xtended…</source>
        <translation>&amp;مُدّ…</translation>
    </message>
    <message>
        <source>&amp;Cancelled…</source>
        <translation>أُل&amp;غي…</translation>
    </message>
    <message>
        <source>Note that the ACID, or the amendment of it, was asked for on Nafeza. Until customs answer nothing but the office&apos;s notes can be changed.</source>
        <translation>دوّن أن رقم ACID أو تعديله طُلب على منصة نافذة. حتى تردّ الجمارك لا تُعدَّل إلا ملاحظات المكتب.</translation>
    </message>
    <message>
        <source>The request was not filed, or was taken back: the dossier is as before it.</source>
        <translation>لم يُقدَّم الطلب أو سُحب: يعود الملف كما كان قبله.</translation>
    </message>
    <message>
        <source>Key the ACID customs gave, and the day they gave it.</source>
        <translation>أدخل رقم ACID الذي أعطته الجمارك، واليوم الذي أعطته فيه.</translation>
    </message>
    <message>
        <source>Key the reason customs gave for rejecting the shipment. A number it has already is marked with C.</source>
        <translation>أدخل سبب رفض الشحنة كما ذكرته الجمارك. يُميَّز رقمها السابق بالحرف C.</translation>
    </message>
    <message>
        <source>Note the day of the appeal. Its documents go to customs with it.</source>
        <translation>دوّن يوم التظلم. تُقدَّم مستنداته معه إلى الجمارك.</translation>
    </message>
    <message>
        <source>Open the rejected dossier again, to correct it and ask anew.</source>
        <translation>افتح الملف المرفوض من جديد لتصحيحه والطلب مرة أخرى.</translation>
    </message>
    <message>
        <source>Note the day the shipping agent confirmed the shipment. From then on only some data can be changed.</source>
        <translation>دوّن اليوم الذي أكد فيه الوكيل الملاحي الشحن. منذئذ لا يُعدَّل إلا بعض البيانات.</translation>
    </message>
    <message>
        <source>Key the approval by which the ACID is good for the same period once more.</source>
        <translation>أدخل الموافقة التي مُدّ بها رقم ACID مدة مماثلة.</translation>
    </message>
    <message>
        <source>The shipment will not take place: its ACID is marked with C for good.</source>
        <translation>لن تتم الشحنة: يُميَّز رقمها بالحرف C نهائيًا.</translation>
    </message>
    <message>
        <source>request until {at}</source>
        <translation>الطلب حتى {at}</translation>
    </message>
    <message>
        <source>answer until {at}</source>
        <translation>الرد حتى {at}</translation>
    </message>
    <message>
        <source>appeal until {day}</source>
        <translation>التظلم حتى {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>صالح حتى {day}</translation>
    </message>
    <message>
        <source>Customs decide on the request: take it back to change this.</source>
        <translation>الطلب لدى الجمارك: اسحبه لتعديل هذا.</translation>
    </message>
    <message>
        <source>The two parties are not changed once an ACID was given; begin a new one.</source>
        <translation>لا يُعدَّل طرفا التعامل بعد صدور رقم ACID؛ ابدأ ملفًا جديدًا.</translation>
    </message>
    <message>
        <source>The goods are shipped: customs change this at your request only.</source>
        <translation>شُحنت البضاعة: لا تعدّل الجمارك هذا إلا بطلب منك.</translation>
    </message>
    <message>
        <source>The dossier is closed: it was cancelled, or another took its place.</source>
        <translation>الملف مغلق: أُلغي أو حلّ محله ملف آخر.</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>منتج</translation>
    </message>
    <message>
        <source>Branch of a company</source>
        <translation>فرع للشركة</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
</context>
<context>
    <name>AdvanceCargoRoom</name>
    <message>
        <source>ACID, importer, exporter, invoice or bill</source>
        <translation>رقم ACID أو المستورد أو المصدِّر أو الفاتورة أو البوليصة</translation>
    </message>
    <message>
        <source>Search dossiers</source>
        <translation>البحث في الملفات</translation>
    </message>
    <message>
        <source>Closed too</source>
        <translation>المغلقة أيضًا</translation>
    </message>
    <message>
        <source>Dossiers of advance cargo information</source>
        <translation>ملفات المعلومات المسبقة عن الشحنات</translation>
    </message>
    <message>
        <source>&amp;5 Numbers</source>
        <translation>&amp;5 الأرقام</translation>
    </message>
    <message>
        <source>The dossier has changes: save them or give them up first.</source>
        <translation>في الملف تعديلات: احفظها أو تخلّ عنها أولًا.</translation>
    </message>
    <message>
        <source>The ACID is copied, without blanks.</source>
        <translation>نُسخ رقم ACID دون فراغات.</translation>
    </message>
    <message>
        <source>A new dossier: key it and save.</source>
        <translation>ملف جديد: أدخله ثم احفظه.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>حُذف.</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>What this shipment has of its own</source>
        <translation>ما يخص هذه الإرسالية</translation>
    </message>
    <message>
        <source>To the declaration</source>
        <translation>إلى البيان</translation>
    </message>
    <message>
        <source>Key what is new; Enter goes on. What you leave empty stays empty in the declaration, and Esc goes there at any time.</source>
        <translation>أدخل الجديد؛ ينتقل Enter إلى التالي. ما تتركه فارغًا يبقى فارغًا في البيان، وينقلك Esc إليه في أي وقت.</translation>
    </message>
    <message>
        <source>Leave out containers without a number</source>
        <translation>حذف الحاويات التي لا رقم لها</translation>
    </message>
</context>
<context>
    <name>AnswersModel</name>
    <message>
        <source>Box</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>In the template</source>
        <translation>في القالب</translation>
    </message>
    <message>
        <source>This shipment</source>
        <translation>هذه الإرسالية</translation>
    </message>
</context>
<context>
    <name>AssessDialog</name>
    <message>
        <source>Regime and case</source>
        <translation>الوضع والحالة</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الضمان</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا يوجد بعد</translation>
    </message>
</context>
<context>
    <name>AssessmentNoteTab</name>
    <message>
        <source>Assessment note</source>
        <translation>مذكّرة التصفية</translation>
    </message>
    <message>
        <source>Duties of the items by code</source>
        <translation>رسوم البنود بحسب الرمز</translation>
    </message>
    <message>
        <source>No duties yet. Key commodity codes, values and masses of the items.</source>
        <translation>لا رسوم بعد. أدخل رموز التعرفة والقيم والأوزان للبنود.</translation>
    </message>
    <message>
        <source>General duties</source>
        <translation>الرسوم الإجماليّة</translation>
    </message>
    <message>
        <source>The law of the day charges no general duty on this declaration.</source>
        <translation>لا يفرض القانون الساري في هذا التاريخ رسومًا إجماليّة على هذا البيان.</translation>
    </message>
    <message>
        <source>Lines of box 47</source>
        <translation>أسطر الحقل 47</translation>
    </message>
    <message>
        <source>No tax lines yet. They appear as soon as an item has a code and a value.</source>
        <translation>لا أسطر رسوم بعد. تظهر حالما يكون للبند رمز تعرفة وقيمة.</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الكفالة</translation>
    </message>
    <message>
        <source>Total fees</source>
        <translation>مجموع النفقات</translation>
    </message>
    <message>
        <source>Total assessed amount</source>
        <translation>مجموع المبلغ المصَفّى</translation>
    </message>
    <message>
        <source>Total item duties</source>
        <translation>مجموع رسوم البنود</translation>
    </message>
    <message>
        <source>Total general duties</source>
        <translation>مجموع الرسوم الإجماليّة</translation>
    </message>
    <message>
        <source>{duty} ({payment})</source>
        <translation>{duty} ({payment})</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقدًا</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>دُفع مُسبَق</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>دائن (اعتماد)</translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation>حساب غير معروف</translation>
    </message>
    <message>
        <source>Box 47, lines of duty {code}</source>
        <translation>الحقل 47، أسطر الرسم {code}</translation>
    </message>
    <message>
        <source>Box 47, lines of all duties</source>
        <translation>الحقل 47، أسطر جميع الرسوم</translation>
    </message>
    <message>
        <source>Box B, accounting details</source>
        <translation>الحقل B، تفاصيل المحاسبة</translation>
    </message>
    <message>
        <source>Method of payment</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>Account (box 48)</source>
        <translation>الحساب (الحقل 48)</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>الرسم</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدّل</translation>
    </message>
</context>
<context>
    <name>BatchPrintDialog</name>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print several declarations</source>
        <translation>طباعة عدة بيانات</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>جارٍ الطبع</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>PDF files in a folder</source>
        <translation>ملفات PDF في مجلد</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;طباعة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Where to</source>
        <translation>ال&amp;وجهة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Folder for the PDF files</source>
        <translation>مجلد ملفات PDF</translation>
    </message>
    <message>
        <source>Printed: {done}. Not printed: {failed}.</source>
        <translation>طُبع: {done}. لم يُطبع: {failed}.</translation>
    </message>
    <message>
        <source>Not begun: {count}.</source>
        <translation>لم يبدأ: {count}.</translation>
    </message>
    <message>
        <source>{target}, pages: {count}</source>
        <translation>{target}، عدد الصفحات: {count}</translation>
    </message>
    <message>
        <source>, texts on the annex: {count}</source>
        <translation>، نصوص في الملحق: {count}</translation>
    </message>
</context>
<context>
    <name>BeginDialog</name>
    <message>
        <source>New declaration from {name}</source>
        <translation>بيان جديد من {name}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>What belongs to one shipment is cleared; a short form asks for it next. All else stays as the template has it.</source>
        <translation>يُفرَّغ ما يخص إرسالية بعينها، ثم تسألك عنه استمارة قصيرة. ويبقى كل ما عداه كما في القالب.</translation>
    </message>
    <message>
        <source>Making the declaration</source>
        <translation>إعداد البيان</translation>
    </message>
</context>
<context>
    <name>BillEditor</name>
    <message>
        <source>Containers</source>
        <translation>الحاويات</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>البوليصة</translation>
    </message>
    <message>
        <source>Master bill</source>
        <translation>البوليصة الرئيسية</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Gross kg</source>
        <translation>القائم كلغ</translation>
    </message>
    <message>
        <source>Consignee No.</source>
        <translation>رقم المرسَل إليه</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>الشاحن</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>جهة الإشعار</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>Loaded at</source>
        <translation>مكان التحميل</translation>
    </message>
    <message>
        <source>Unloaded at</source>
        <translation>مكان التفريغ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>الطراز</translation>
    </message>
    <message>
        <source>Full or empty</source>
        <translation>ملأى أو فارغة</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>الأختام</translation>
    </message>
</context>
<context>
    <name>BillPage</name>
    <message>
        <source>No declaration has used this bill yet.</source>
        <translation>لم يستعمل أي بيان هذه البوليصة بعد.</translation>
    </message>
    <message>
        <source>Left: {packages} packages, {mass} kg.</source>
        <translation>الباقي: {packages} طردًا و{mass} كلغ.</translation>
    </message>
    <message>
        <source>Declarations have used more than the bill states. Left: {packages} packages, {mass} kg.</source>
        <translation>استعملت البيانات أكثر مما تذكره البوليصة. الباقي: {packages} طردًا و{mass} كلغ.</translation>
    </message>
    <message>
        <source>draft without reference</source>
        <translation>مسودة بلا مرجع</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Gross kg</source>
        <translation>القائم كلغ</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Used and given back, newest first</source>
        <translation>المستعمل والمُعاد، الأحدث أولًا</translation>
    </message>
</context>
<context>
    <name>BillsList</name>
    <message>
        <source>Number of a bill, or consignee</source>
        <translation>رقم بوليصة أو مرسَل إليه</translation>
    </message>
    <message>
        <source>Search bills</source>
        <translation>البحث عن البوليصات</translation>
    </message>
    <message>
        <source>Bills that are</source>
        <translation>البوليصات التي حالها</translation>
    </message>
    <message>
        <source>No bill is kept yet.</source>
        <translation>لم تُحفظ أي بوليصة بعد.</translation>
    </message>
    <message>
        <source>All bills</source>
        <translation>كل البوليصات</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}: {count}</translation>
    </message>
    <message>
        <source>Stated {stated}. Used {used}. Left {left}.</source>
        <translation>المذكور {stated}. المستعمل {used}. الباقي {left}.</translation>
    </message>
    <message>
        <source>{packages} packages, {mass} kg</source>
        <translation>{packages} طردًا و{mass} كلغ</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>البوليصة</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Gross kg</source>
        <translation>القائم كلغ</translation>
    </message>
    <message>
        <source>kg left</source>
        <translation>كلغ باقية</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>الاستعمال</translation>
    </message>
    <message>
        <source>Bills of the voyage</source>
        <translation>بوليصات الرحلة</translation>
    </message>
</context>
<context>
    <name>ChangesTable</name>
    <message>
        <source>Box</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Choices</source>
        <translation>الخيارات</translation>
    </message>
</context>
<context>
    <name>ClosedCommand</name>
    <message>
        <source>Open a declaration first.</source>
        <translation>افتح بيانًا أولًا.</translation>
    </message>
    <message>
        <source>Show the SAD of the declaration first.</source>
        <translation>اعرض نموذج البيان أولًا.</translation>
    </message>
    <message>
        <source>The page has no item there.</source>
        <translation>لا بند في هذا الموضع من الصفحة.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>لا شيء للتراجع عنه.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>لا شيء لإعادته.</translation>
    </message>
    <message>
        <source>Save the declaration first.</source>
        <translation>احفظ البيان أولًا.</translation>
    </message>
    <message>
        <source>The declaration was not read from a file.</source>
        <translation>لم يُقرأ البيان من ملف.</translation>
    </message>
    <message>
        <source>Only goods of an assessed declaration go on by another one.</source>
        <translation>لا تنتقل إلا بضاعة بيان مصفّى إلى بيان آخر.</translation>
    </message>
    <message>
        <source>Only the SAD and the attached documents offer something.</source>
        <translation>لا تُعرض القيم المعتادة إلا في البيان الجمركي والمستندات المرفقة.</translation>
    </message>
    <message>
        <source>The declaration has no receipt yet.</source>
        <translation>لا إيصال للبيان بعد.</translation>
    </message>
    <message>
        <source>The country asks no advance cargo information.</source>
        <translation>لا يطلب البلد معلومات مسبقة عن الشحنات.</translation>
    </message>
    <message>
        <source>No other declaration is open.</source>
        <translation>لا بيان آخر مفتوحًا.</translation>
    </message>
    <message>
        <source>You were not granted the service “{service}”.</source>
        <translation>لم تُمنح الخدمة «{service}».</translation>
    </message>
    <message>
        <source>Nobody signs in at this office; Users and signing in turns it on.</source>
        <translation>لا يُطلب تسجيل الدخول في هذا المكتب؛ يمكن تشغيله من «المستخدمون وتسجيل الدخول».</translation>
    </message>
</context>
<context>
    <name>CompaniesModel</name>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>Licence until</source>
        <translation>الرخصة لغاية</translation>
    </message>
    <message>
        <source>{name} (ended)</source>
        <translation>{name} (منتهية)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>CompaniesRoom</name>
    <message>
        <source>Code, or words in Arabic or English</source>
        <translation>الرمز، أو كلمات بالعربية أو الإنجليزية</translation>
    </message>
    <message>
        <source>Search companies</source>
        <translation>البحث عن الشركات</translation>
    </message>
    <message>
        <source>Ended too</source>
        <translation>مع المنتهية</translation>
    </message>
    <message>
        <source>Possible duplicates only</source>
        <translation>المكررة المحتملة فقط</translation>
    </message>
    <message>
        <source>A new company: key it and save.</source>
        <translation>شركة جديدة: أدخلها واحفظها.</translation>
    </message>
    <message>
        <source>Make {count} companies one, {name}? It takes what it lacks from the others; their codes, accounts and suppliers go with it.</source>
        <translation>هل تُدمج الشركات، وعددها {count}، في {name}؟ تأخذ ما ينقصها من الأخرى، وتنتقل إليها رموزها وحساباتها ومورِّدوها.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظت.</translation>
    </message>
    <message>
        <source>O&amp;ffer again</source>
        <translation>عرضها من &amp;جديد</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>The new company</source>
        <translation>الشركة الجديدة</translation>
    </message>
    <message>
        <source>{name} has changes: save them or give them up first.</source>
        <translation>في {name} تعديلات: احفظها أو تراجع عنها أولًا.</translation>
    </message>
    <message>
        <source>No company is like this. Try fewer letters, or all companies.</source>
        <translation>لا شركة تشبه هذا. جرّب أحرفًا أقل، أو كل الشركات.</translation>
    </message>
    <message>
        <source>No company is kept yet. Key the first one beside this list and save it, or learn from past declarations (menu Office).</source>
        <translation>لم تُحفظ أي شركة بعد. أدخل الأولى بجانب هذه القائمة واحفظها، أو تعلَّم من بيانات سابقة (من قائمة المكتب).</translation>
    </message>
    <message>
        <source>All companies</source>
        <translation>كل الشركات</translation>
    </message>
    <message>
        <source>Companies that are</source>
        <translation>الشركات التي صفتها</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>الشركات</translation>
    </message>
    <message>
        <source>&amp;New company</source>
        <translation>شركة جدي&amp;دة</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>ح&amp;فظ</translation>
    </message>
    <message>
        <source>&amp;Give up changes</source>
        <translation>الت&amp;راجع عن التعديلات</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;دمج…</translation>
    </message>
    <message>
        <source>Merge for &amp;good</source>
        <translation>دمج نها&amp;ئي</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;لا</translation>
    </message>
</context>
<context>
    <name>CompanyEditor</name>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Code (TIN)</source>
        <translation>الرمز (الرقم المالي)</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>English address</source>
        <translation>العنوان بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic address</source>
        <translation>العنوان بالعربية</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Licence or registration</source>
        <translation>الرخصة أو السجل</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>سارية لغاية</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>دفع مسبق</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>ائتمان</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Left on it</source>
        <translation>الباقي فيه</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>الرخص</translation>
    </message>
    <message>
        <source>Accounts at customs</source>
        <translation>الحسابات لدى الجمارك</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>As it stands</source>
        <translation>كما هو</translation>
    </message>
    <message>
        <source>Variant {number}</source>
        <translation>البديل {number}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>CIF value</source>
        <translation>القيمة &quot;سيف&quot;</translation>
    </message>
    <message>
        <source>Total item duties</source>
        <translation>مجموع رسوم البنود</translation>
    </message>
    <message>
        <source>Total fees</source>
        <translation>مجموع النفقات</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الكفالة</translation>
    </message>
    <message>
        <source>Total assessed amount</source>
        <translation>مجموع المبلغ المصَفّى</translation>
    </message>
    <message>
        <source>Difference to the declaration</source>
        <translation>الفرق عن البيان</translation>
    </message>
    <message>
        <source>Model of declaration</source>
        <translation>نموذج البيان</translation>
    </message>
</context>
<context>
    <name>ComparisonTab</name>
    <message>
        <source>Comparison of variants</source>
        <translation>مقارنة البدائل</translation>
    </message>
    <message>
        <source>Variants side by side</source>
        <translation>البدائل جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>Add variant</source>
        <translation>إضافة بديل</translation>
    </message>
    <message>
        <source>Remove variant</source>
        <translation>حذف البديل</translation>
    </message>
    <message>
        <source>Key in a column only what would be different. Ins adds a variant, Del on its name takes it out. Nothing here changes the declaration.</source>
        <translation>أدخل في العمود ما يختلف فقط. Ins يضيف بديلًا، وDel على اسمه يحذفه. لا شيء هنا يغيّر البيان.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Stored by somebody else</source>
        <translation>حفِظه مستخدم آخر</translation>
    </message>
    <message>
        <source>Keep mine as a copy</source>
        <translation>الاحتفاظ بنسختي كبيان مستقل</translation>
    </message>
    <message>
        <source>Mine is stored as a declaration of its own, beside theirs.</source>
        <translation>تُحفَظ نسختي كبيان قائم بذاته إلى جانب نسخته.</translation>
    </message>
    <message>
        <source>Open theirs</source>
        <translation>فتح نسخته</translation>
    </message>
    <message>
        <source>Their version comes into this tab; undo brings mine back.</source>
        <translation>تحلّ نسخته في هذا التبويب، والتراجع يعيد نسختي.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Theirs opens in a tab beside mine; nothing is stored.</source>
        <translation>تُفتَح نسخته في تبويب إلى جانب نسختي، ولا يُحفَظ شيء.</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;ليس الآن</translation>
    </message>
    <message>
        <source>{who} stored this declaration on {day} at {time}, after you opened it.</source>
        <translation>حفِظ {who} هذا البيان بتاريخ {day} الساعة {time} بعد أن فتحتَه.</translation>
    </message>
    <message>
        <source>Nothing was overwritten: both versions are there. Fields that differ: {count}, of which changed by both: {both}.</source>
        <translation>لم يُستبدَل شيء: النسختان موجودتان. الحقول المختلفة: {count}، منها ما غيّره الطرفان: {both}.</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>الحقول المختلفة</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>نسخته</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>نسختي</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>غيّره</translation>
    </message>
    <message>
        <source>them</source>
        <translation>هو</translation>
    </message>
    <message>
        <source>me</source>
        <translation>أنا</translation>
    </message>
    <message>
        <source>both</source>
        <translation>الطرفان</translation>
    </message>
</context>
<context>
    <name>ContainerModel</name>
    <message>
        <source>item of the container</source>
        <translation>بند الحاوية</translation>
    </message>
    <message>
        <source>Not a number of ISO 6346: four letters, six digits and a check digit.</source>
        <translation>ليس رقمًا بحسب ISO 6346: أربعة أحرف وستة أرقام ورقم تحقّق.</translation>
    </message>
    <message>
        <source>The check digit is missing; it is {digit}.</source>
        <translation>رقم التحقّق ناقص؛ وهو {digit}.</translation>
    </message>
    <message>
        <source>The check digit should be {digit}, not {written}.</source>
        <translation>يجب أن يكون رقم التحقّق {digit} لا {written}.</translation>
    </message>
    <message>
        <source>Item of the container</source>
        <translation>بند الحاوية</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا بند</translation>
    </message>
    <message>
        <source>Container number</source>
        <translation>رقم الحاوية</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Empty/full</source>
        <translation>فارغة/ممتلئة</translation>
    </message>
    <message>
        <source>Gross mass (kg)</source>
        <translation>الوزن القائم (كلغ)</translation>
    </message>
    <message>
        <source>Goods in it</source>
        <translation>البضائع فيها</translation>
    </message>
    <message>
        <source>Kind of packages</source>
        <translation>نوع الطرود</translation>
    </message>
    <message>
        <source>Packages in it</source>
        <translation>عدد الطرود فيها</translation>
    </message>
    <message>
        <source>Mass in it (kg)</source>
        <translation>الوزن فيها (كلغ)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
</context>
<context>
    <name>ContainersTab</name>
    <message>
        <source>Container list</source>
        <translation>لائحة الحاويات</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>الحاويات</translation>
    </message>
    <message>
        <source>No containers yet. Press Ins to add the first; its item, number and masses are keyed in the row.</source>
        <translation>لا حاويات بعد. اضغط Ins لإضافة الأولى؛ يُدخَل البند والرقم والأوزان في السطر.</translation>
    </message>
    <message>
        <source>Insert container</source>
        <translation>إدراج حاوية</translation>
    </message>
    <message>
        <source>Remove container</source>
        <translation>حذف الحاوية</translation>
    </message>
    <message>
        <source>Containers: {count}; gross mass: {mass} kg</source>
        <translation>الحاويات: {count}؛ الوزن القائم: {mass} كلغ</translation>
    </message>
    <message>
        <source>insert container</source>
        <translation>إدراج حاوية</translation>
    </message>
    <message>
        <source>remove container</source>
        <translation>حذف حاوية</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>{length} of {limit} characters</source>
        <translation>{length} من {limit} حرفًا</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program met a fault</source>
        <translation>حدث خلل في البرنامج</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>التقرير في الحافظة.</translation>
    </message>
    <message>
        <source>The report could not be saved as {file}: {reason}. Copy it.</source>
        <translation>تعذّر حفظ التقرير باسم {file}: {reason}. انسخه بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The report is saved as {file}.</source>
        <translation>حُفِظ التقرير باسم {file}.</translation>
    </message>
    <message>
        <source>The program could not do what you just asked.</source>
        <translation>تعذّر على البرنامج تنفيذ ما طلبتَه الآن.</translation>
    </message>
    <message>
        <source>Everything you keyed is safe in the recovery folder. You can go on; if the fault comes again, store your declarations and start the program anew. The report below holds nothing of your declarations: pass it on to whoever looks after the program.</source>
        <translation>كل ما أدخلتَه محفوظ في مجلد الاسترداد. يمكنك المتابعة؛ وإن تكرّر الخلل فاحفظ بياناتك وأعد تشغيل البرنامج. لا يحتوي التقرير أدناه على شيء من بياناتك: أرسله إلى من يتولى صيانة البرنامج.</translation>
    </message>
    <message>
        <source>What you keyed since the last save could not be written to the recovery folder: the disk may be full. Store your declarations now, or save them as XML on another disk, before you close the program.</source>
        <translation>تعذّرت كتابة ما أدخلتَه منذ آخر حفظ في مجلد الاسترداد: قد يكون القرص ممتلئًا. احفظ بياناتك الآن، أو احفظها بصيغة XML على قرص آخر، قبل إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>Report of the fault</source>
        <translation>تقرير الخلل</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>&amp;Save the report…</source>
        <translation>&amp;حفظ التقرير…</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;متابعة</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
</context>
<context>
    <name>DeclarationCommands</name>
    <message>
        <source>Add three items</source>
        <translation>إضافة 3 بنود</translation>
    </message>
    <message>
        <source>A declaration holds 999 items at most.</source>
        <translation>لا يتجاوز البيان 999 بندًا.</translation>
    </message>
    <message>
        <source>Delete items</source>
        <translation>حذف بنود</translation>
    </message>
    <message>
        <source>Deleted; Ctrl+Z brings them back.</source>
        <translation>حُذفت البنود؛ تعود بالضغط على Ctrl+Z.</translation>
    </message>
    <message>
        <source>This box has no list.</source>
        <translation>لا قائمة لهذا الحقل.</translation>
    </message>
    <message>
        <source>There is no item before this one.</source>
        <translation>لا بند قبل هذا البند.</translation>
    </message>
    <message>
        <source>Copy the item before</source>
        <translation>نسخ البند السابق</translation>
    </message>
    <message>
        <source>Computed again.</source>
        <translation>أُعيد الاحتساب.</translation>
    </message>
</context>
<context>
    <name>DeclarationPile</name>
    <message>
        <source>Add files…</source>
        <translation>إضافة ملفات…</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Declarations</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Reference, party, code or goods</source>
        <translation>مرجع أو طرف أو رمز أو بضاعة</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>بحث في المكتبة</translation>
    </message>
    <message>
        <source>no reference</source>
        <translation>بلا مرجع</translation>
    </message>
</context>
<context>
    <name>DeclarationTabs</name>
    <message>
        <source>Open declarations</source>
        <translation>البيانات المفتوحة</translation>
    </message>
    <message>
        <source>New declaration</source>
        <translation>بيان جديد</translation>
    </message>
</context>
<context>
    <name>DesksBox</name>
    <message>
        <source>Address of the server</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring, in no file</source>
        <translation>تُحفظ في سلسلة مفاتيح النظام، لا في ملف</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>&amp;Try the server</source>
        <translation>&amp;تجربة الخادم</translation>
    </message>
    <message>
        <source>&amp;Join the office there</source>
        <translation>الا&amp;نضمام إلى المكتب هناك</translation>
    </message>
    <message>
        <source>&amp;Move this office there</source>
        <translation>نق&amp;ل هذا المكتب إليه</translation>
    </message>
    <message>
        <source>&amp;Leave the server</source>
        <translation>ت&amp;رك الخادم</translation>
    </message>
    <message>
        <source>The environment names the office&apos;s server ({variable}).</source>
        <translation>بيئة النظام تحدّد خادم المكتب ({variable}).</translation>
    </message>
    <message>
        <source>The office is on the server {address}.</source>
        <translation>المكتب على الخادم {address}.</translation>
    </message>
    <message>
        <source>The office is in a file of this desk. To share it between desks, give the address of a PostgreSQL server. What goes to another machine is encrypted (TLS).</source>
        <translation>المكتب في ملف على هذا الجهاز. لمشاركته بين عدّة أجهزة أعطِ عنوان خادم PostgreSQL. ما يذهب إلى جهاز آخر يُعمّى (TLS).</translation>
    </message>
    <message>
        <source>Give an address such as {example}.</source>
        <translation>أعطِ عنوانًا مثل {example}.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>جارٍ سؤال الخادم</translation>
    </message>
    <message>
        <source>The server answers.</source>
        <translation>الخادم يجيب.</translation>
    </message>
    <message>
        <source>The server answers and holds an office. To join it leaves the declarations of this desk in their file.</source>
        <translation>الخادم يجيب وفيه مكتب. الانضمام إليه يترك بيانات هذا الجهاز في ملفها.</translation>
    </message>
    <message>
        <source>The server answers and is empty. Leave the present server first to move there.</source>
        <translation>الخادم يجيب وهو فارغ. اترك الخادم الحالي أولًا للانتقال إليه.</translation>
    </message>
    <message>
        <source>The server answers and is empty. To move copies every row there and compares each; the file of this desk stays as it is, and so do its document folders.</source>
        <translation>الخادم يجيب وهو فارغ. النقل ينسخ كل سطر إليه ويقارنه؛ ويبقى ملف هذا الجهاز كما هو، وكذلك مجلدات وثائقه.</translation>
    </message>
    <message>
        <source>Close the open declarations first.</source>
        <translation>أغلق البيانات المفتوحة أولًا.</translation>
    </message>
    <message>
        <source>Moving the office</source>
        <translation>جارٍ نقل المكتب</translation>
    </message>
    <message>
        <source>{rows} rows were copied and compared. The program starts again.</source>
        <translation>نُسخ {rows} سطرًا وقورنت. يُشغَّل البرنامج من جديد.</translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>الرسم</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>في الملف</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>The file says these figures, and the law of {day} gives others. They are kept as the file has them until a change makes them stale.</source>
        <translation>يقول الملف هذه الأرقام، ويعطي قانون {day} غيرها. تبقى كما هي في الملف إلى أن يجعلها تغييرٌ قديمة.</translation>
    </message>
    <message>
        <source>Every figure of the file is as computed here on {day}.</source>
        <translation>كل رقم في الملف كما احتُسب هنا بتاريخ {day}.</translation>
    </message>
    <message>
        <source>Figures of the file and ours</source>
        <translation>أرقام الملف وأرقامنا</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Tax base</source>
        <translation>وعاء الرسم</translation>
    </message>
    <message>
        <source>Invoice value</source>
        <translation>قيمة الفاتورة</translation>
    </message>
    <message>
        <source>stale: the file&apos;s other figures give {expected}</source>
        <translation>قديم: سائر أرقام الملف تعطي {expected}</translation>
    </message>
    <message>
        <source>stale base: the value of the item is {expected} in the file</source>
        <translation>وعاء قديم: قيمة البند في الملف {expected}</translation>
    </message>
    <message>
        <source>rounded otherwise</source>
        <translation>تقريب مختلف</translation>
    </message>
    <message>
        <source>the declaration was changed since it was read</source>
        <translation>تغيّر البيان بعد قراءته</translation>
    </message>
    <message>
        <source>computed otherwise</source>
        <translation>احتُسب بطريقة أخرى</translation>
    </message>
    <message>
        <source>other law: not charged here</source>
        <translation>قانون آخر: لا يُستوفى هنا</translation>
    </message>
    <message>
        <source>other law: not in the file</source>
        <translation>قانون آخر: ليس في الملف</translation>
    </message>
    <message>
        <source>other law or rate</source>
        <translation>قانون آخر أو نسبة أخرى</translation>
    </message>
</context>
<context>
    <name>DigitalDocumentCommands</name>
    <message>
        <source>attach document</source>
        <translation>إرفاق مستند رقمي</translation>
    </message>
    <message>
        <source>detach document</source>
        <translation>فصل مستند رقمي</translation>
    </message>
    <message>
        <source>Attached.</source>
        <translation>أُرفق.</translation>
    </message>
    <message>
        <source>Detached; Undo brings it back.</source>
        <translation>فُصل؛ التراجع يعيده.</translation>
    </message>
    <message>
        <source>Making the package…</source>
        <translation>جارٍ إعداد الحزمة…</translation>
    </message>
    <message>
        <source>Making the package: {done} of {total}</source>
        <translation>إعداد الحزمة: {done} من {total}</translation>
    </message>
    <message numerus="yes">
        <source>Package saved as {name}, with %n digital document(s).</source>
        <translation>
            <numerusform>حُفظت الحزمة باسم {name}، ولا مستند رقمي فيها.</numerusform>
            <numerusform>حُفظت الحزمة باسم {name}، وفيها مستند رقمي واحد (%n).</numerusform>
            <numerusform>حُفظت الحزمة باسم {name}، وفيها مستندان رقميان (%n).</numerusform>
            <numerusform>حُفظت الحزمة باسم {name}، وفيها %n مستندات رقمية.</numerusform>
            <numerusform>حُفظت الحزمة باسم {name}، وفيها %n مستندًا رقميًا.</numerusform>
            <numerusform>حُفظت الحزمة باسم {name}، وفيها %n مستند رقمي.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DigitalDocumentDialog</name>
    <message>
        <source>Digital document: {title}</source>
        <translation>مستند رقمي: {title}</translation>
    </message>
    <message>
        <source>This file is not attached yet: Enter attaches it, Esc gives it up.</source>
        <translation>لم يُرفق هذا الملف بعد: Enter يرفقه، وEsc يتركه.</translation>
    </message>
    <message>
        <source>What is done with the digital document</source>
        <translation>ما يُعمل بالمستند الرقمي</translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>&amp;إرفاق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Add pages…</source>
        <translation>إضافة صفحات…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>تدوير يسارًا</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>تدوير يمينًا</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>قص</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>تصغير الحجم</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Before: {before}. After: {after}.</source>
        <translation>قبل: {before}. بعد: {after}.</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor a file.</source>
        <translation>لا صورة ولا ملف في الحافظة.</translation>
    </message>
    <message>
        <source>Drag a frame, or set it by keys: arrows move it, Shift+arrows pull its right and bottom sides, Ctrl makes the steps small. Enter crops, Esc gives up.</source>
        <translation>ارسم إطارًا بالسحب، أو اضبطه بالمفاتيح: الأسهم تحرّكه، وShift+الأسهم تسحب جانبه الأيمن والأسفل، وCtrl يصغّر الخطوات. Enter يقص، وEsc يتراجع.</translation>
    </message>
    <message>
        <source>The file {name} cannot be written ({reason}). Choose another folder.</source>
        <translation>تعذّرت كتابة الملف {name} ({reason}). اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Import a scan (Ctrl+O), paste it (Ctrl+V), or drop a file here. Images and PDF files are taken; several files become the pages of one.</source>
        <translation>استورد صورة ممسوحة (Ctrl+O) أو الصقها (Ctrl+V) أو أفلت ملفًا هنا. تُقبل الصور وملفات PDF؛ والملفات المتعددة تصبح صفحات ملف واحد.</translation>
    </message>
    <message>
        <source>page {number} of {count}</source>
        <translation>الصفحة {number} من {count}</translation>
    </message>
    <message>
        <source>the country takes {size}</source>
        <translation>الحد المسموح {size}</translation>
    </message>
    <message>
        <source>too large: make it smaller</source>
        <translation>أكبر من الحد: صغّره</translation>
    </message>
</context>
<context>
    <name>DigitalDocumentView</name>
    <message>
        <source>Pages of the digital document</source>
        <translation>صفحات المستند الرقمي</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>A digital document is attached; F8 shows it.</source>
        <translation>مستند رقمي مرفق؛ F8 يعرضه.</translation>
    </message>
    <message>
        <source>No digital document is attached; F8 attaches one.</source>
        <translation>لا مستند رقمي مرفق؛ F8 يرفق واحدًا.</translation>
    </message>
    <message>
        <source>A rule demands this document: key its reference and its date.</source>
        <translation>هذا المستند مطلوب بموجب قاعدة: أدخل مرجعه وتاريخه.</translation>
    </message>
    <message>
        <source>Document code</source>
        <translation>رمز المستند</translation>
    </message>
    <message>
        <source>Document name</source>
        <translation>اسم المستند</translation>
    </message>
    <message>
        <source>Document reference</source>
        <translation>مرجع المستند</translation>
    </message>
    <message>
        <source>Date of creation</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>مرفقَة</translation>
    </message>
</context>
<context>
    <name>DocumentTab</name>
    <message>
        <source>Parts of the declaration</source>
        <translation>أجزاء البيان</translation>
    </message>
    <message>
        <source>SAD</source>
        <translation>البيان الجمركي</translation>
    </message>
    <message>
        <source>Valuation note</source>
        <translation>مذكرة التقييم</translation>
    </message>
    <message>
        <source>Item valuation</source>
        <translation>تقييم البنود</translation>
    </message>
    <message>
        <source>Assessment note</source>
        <translation>مذكّرة التصفية</translation>
    </message>
    <message>
        <source>Container list</source>
        <translation>لائحة الحاويات</translation>
    </message>
    <message>
        <source>Attached documents</source>
        <translation>المستندات المرفقة</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>حقول أخرى</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>ماذا لو</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Attached documents</source>
        <translation>المستندات المرفقة</translation>
    </message>
    <message>
        <source>Documents of the item</source>
        <translation>مستندات البند</translation>
    </message>
    <message>
        <source>No documents for this item yet. Press Ins or right-click to insert one; F3 finds its code.</source>
        <translation>لا مستندات لهذا البند بعد. اضغط Ins أو الزر الأيمن لإدراج مستند؛ F3 يبحث عن رمزه.</translation>
    </message>
    <message>
        <source>Insert document</source>
        <translation>إدراج مستند</translation>
    </message>
    <message>
        <source>Remove document</source>
        <translation>حذف المستند</translation>
    </message>
    <message>
        <source>Item whose documents are shown</source>
        <translation>البند المعروضة مستنداته</translation>
    </message>
    <message>
        <source>Documents this importer usually attaches</source>
        <translation>المستندات التي يرفقها هذا المستورد عادةً</translation>
    </message>
    <message>
        <source>Digital document…</source>
        <translation>مستند رقمي…</translation>
    </message>
    <message>
        <source>Attach what is copied</source>
        <translation>إرفاق المنسوخ</translation>
    </message>
    <message>
        <source>insert document</source>
        <translation>إدراج مستند</translation>
    </message>
    <message>
        <source>remove document</source>
        <translation>حذف مستند</translation>
    </message>
    <message>
        <source>insert usual documents</source>
        <translation>إدراج المستندات المعتادة</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>ال&amp;بند</translation>
    </message>
    <message>
        <source>Item 1 also holds the documents of the whole declaration.</source>
        <translation>يحمل البند 1 أيضًا مستندات البيان كله.</translation>
    </message>
</context>
<context>
    <name>DossierButtons</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Give up changes</source>
        <translation>الت&amp;خلي عن التعديلات</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>ح&amp;ذف…</translation>
    </message>
    <message>
        <source>&amp;New dossier</source>
        <translation>ملف &amp;جديد</translation>
    </message>
    <message>
        <source>Remove &amp;for good</source>
        <translation>حذف &amp;نهائي</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>است&amp;عماله</translation>
    </message>
    <message>
        <source>&amp;Begin a declaration from this dossier</source>
        <translation>&amp;بدء بيان من هذا الملف</translation>
    </message>
    <message>
        <source>Copy the &amp;ACID</source>
        <translation>نسخ &amp;رقم ACID</translation>
    </message>
    <message>
        <source>&amp;Copy the text for the shipper</source>
        <translation>نسخ ال&amp;نص الموجّه للشاحن</translation>
    </message>
    <message>
        <source>Save a &amp;mail to the shipper…</source>
        <translation>&amp;حفظ رسالة بريد للشاحن…</translation>
    </message>
    <message>
        <source>Make the &amp;envelope…</source>
        <translation>&amp;إنشاء الحزمة…</translation>
    </message>
    <message>
        <source>Begin a &amp;new dossier in its place</source>
        <translation>بدء &amp;ملف جديد يحلّ محله</translation>
    </message>
    <message>
        <source>Note what happened:</source>
        <translation>دوّن ما حدث:</translation>
    </message>
    <message>
        <source>Amendment re&amp;quested</source>
        <translation>طُلب تعدي&amp;له</translation>
    </message>
</context>
<context>
    <name>DossierEditor</name>
    <message>
        <source>&amp;1 Parties</source>
        <translation>&amp;1 الأطراف</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>الأطراف</translation>
    </message>
    <message>
        <source>&amp;2 Shipment</source>
        <translation>&amp;2 الشحنة</translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation>الشحنة</translation>
    </message>
    <message>
        <source>&amp;3 Invoices</source>
        <translation>&amp;3 الفواتير</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>الفواتير</translation>
    </message>
    <message>
        <source>&amp;4 Lines</source>
        <translation>&amp;4 الأسطر</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
</context>
<context>
    <name>DossierHead</name>
    <message>
        <source>And {count} more.</source>
        <translation>و{count} غيرها.</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>ملف جديد</translation>
    </message>
    <message>
        <source>expired on {day}</source>
        <translation>انتهت صلاحيته في {day}</translation>
    </message>
    <message numerus="yes">
        <source>valid until {day}, %n day(s) left</source>
        <translation>
            <numerusform>صالح حتى {day}، لم يبق أي يوم</numerusform>
            <numerusform>صالح حتى {day}، بقي يوم واحد</numerusform>
            <numerusform>صالح حتى {day}، بقي يومان</numerusform>
            <numerusform>صالح حتى {day}، بقي %n أيام</numerusform>
            <numerusform>صالح حتى {day}، بقي %n يومًا</numerusform>
            <numerusform>صالح حتى {day}، بقي %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierImportDialog</name>
    <message>
        <source>Import the lines of an invoice</source>
        <translation>استيراد أسطر فاتورة</translation>
    </message>
    <message>
        <source>The electronic invoice as CSV or XLSX, one row per line.</source>
        <translation>الفاتورة الإلكترونية بصيغة CSV أو XLSX، صف لكل سطر.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>قراءة</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Lines: {lines}. Rows with faults: {faults}; correct the file first.</source>
        <translation>الأسطر: {lines}. الصفوف المعيبة: {faults}؛ صحّح الملف أولًا.</translation>
    </message>
    <message>
        <source>Lines: {lines}. They take the place of those in the dossier.</source>
        <translation>الأسطر: {lines}. تحلّ محل أسطر الملف الحالية.</translation>
    </message>
</context>
<context>
    <name>DossierLines</name>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Lines of the invoices</source>
        <translation>أسطر الفواتير</translation>
    </message>
    <message>
        <source>New &amp;line (Ins)</source>
        <translation>سطر جدي&amp;د (Ins)</translation>
    </message>
    <message>
        <source>Remove the line (Del)</source>
        <translation>حذف السطر (Del)</translation>
    </message>
    <message>
        <source>I&amp;mport lines…</source>
        <translation>است&amp;يراد الأسطر…</translation>
    </message>
    <message>
        <source>Begin a line with Ins, or import the invoice.</source>
        <translation>ابدأ سطرًا بالمفتاح Ins، أو استورد الفاتورة.</translation>
    </message>
</context>
<context>
    <name>DossierList</name>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>الأيام الباقية</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>المستورد</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>المصدِّر</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>رقم التسجيل</translation>
    </message>
</context>
<context>
    <name>DossierNumbers</name>
    <message>
        <source>Meaning</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>دُوّن في</translation>
    </message>
    <message>
        <source>Versions of the ACID</source>
        <translation>نسخ رقم ACID</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>ما قيل</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>دُوّن</translation>
    </message>
    <message>
        <source>What happened to the dossier</source>
        <translation>ما حدث للملف</translation>
    </message>
    <message>
        <source>No number yet.</source>
        <translation>لا رقم بعد.</translation>
    </message>
    <message>
        <source>Valid until {value}.</source>
        <translation>صالح حتى {value}.</translation>
    </message>
    <message>
        <source>Extended by {value}.</source>
        <translation>مُدّ بموجب {value}.</translation>
    </message>
    <message>
        <source>Shipped on {value}.</source>
        <translation>شُحن في {value}.</translation>
    </message>
    <message>
        <source>Customs said: {value}</source>
        <translation>قالت الجمارك: {value}</translation>
    </message>
    <message>
        <source>Appealed on {value}.</source>
        <translation>تُظلّم في {value}.</translation>
    </message>
    <message>
        <source>Dossier {value} took its place.</source>
        <translation>حلّ محله الملف {value}.</translation>
    </message>
</context>
<context>
    <name>DossierStepDialog</name>
    <message>
        <source>Approval</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Give the date.</source>
        <translation>أدخل التاريخ.</translation>
    </message>
</context>
<context>
    <name>DossierUses</name>
    <message>
        <source>The text for the shipper is copied, in both languages.</source>
        <translation>نُسخ النص الموجّه للشاحن باللغتين.</translation>
    </message>
    <message>
        <source>Saved as {name}: open it to send it.</source>
        <translation>حُفظ باسم {name}: افتحه لإرساله.</translation>
    </message>
    <message>
        <source>Envelope {name} is made: {count} files, {size} bytes.</source>
        <translation>أُنشئت الحزمة {name}: عدد ملفاتها {count}، وحجمها {size} بايت.</translation>
    </message>
    <message>
        <source>No PDF is among them: the invoice is wanted as PDF, too.</source>
        <translation>ليس بينها PDF: الفاتورة مطلوبة بصيغة PDF أيضًا.</translation>
    </message>
</context>
<context>
    <name>DueAct</name>
    <message>
        <source>Period began</source>
        <translation>بدأت المدة</translation>
    </message>
    <message>
        <source>Date set by customs</source>
        <translation>حددت الجمارك الموعد</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>مُدِّدت</translation>
    </message>
    <message>
        <source>Goods left</source>
        <translation>خرجت بضائع</translation>
    </message>
    <message>
        <source>Goods came back</source>
        <translation>عادت بضائع</translation>
    </message>
    <message>
        <source>Discharge proved</source>
        <translation>أُثبت الإبراء</translation>
    </message>
    <message>
        <source>Guarantee claimed</source>
        <translation>طولب بالضمان</translation>
    </message>
    <message>
        <source>Time to claim extended</source>
        <translation>مُدِّدت مهلة المطالبة</translation>
    </message>
    <message>
        <source>Guarantee released</source>
        <translation>أُفرج عن الضمان</translation>
    </message>
    <message>
        <source>Guarantee debited</source>
        <translation>استُقطع الضمان</translation>
    </message>
    <message>
        <source>Guarantee chosen</source>
        <translation>اختير الضمان</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>استُرجع</translation>
    </message>
    <message>
        <source>Withdrawn with the declaration</source>
        <translation>سُحب مع البيان</translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation>استؤنف</translation>
    </message>
</context>
<context>
    <name>DueDateActs</name>
    <message>
        <source>Claim form…</source>
        <translation>نموذج المطالبة…</translation>
    </message>
    <message>
        <source>Open the declaration</source>
        <translation>فتح البيان</translation>
    </message>
    <message>
        <source>Not open at “{state}”.</source>
        <translation>غير متاح في حالة «{state}».</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>The date customs wrote on the declaration goes before the law&apos;s.</source>
        <translation>الموعد الذي كتبته الجمارك على البيان مقدَّم على موعد القانون.</translation>
    </message>
    <message>
        <source>What was recorded by hand last is taken back; the history keeps both.</source>
        <translation>يُسترجع آخر ما سُجّل يدويًا؛ ويحفظ السجل كليهما.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>The request with its documents was handed to customs.</source>
        <translation>سُلِّم الطلب مع وثائقه إلى الجمارك.</translation>
    </message>
    <message>
        <source>Customs gave the guarantee back, or released it at the bank.</source>
        <translation>ردّت الجمارك الضمان أو أفرجت عنه لدى المصرف.</translation>
    </message>
    <message>
        <source>Customs took the guarantee. What was held stays charged.</source>
        <translation>استقطعت الجمارك الضمان. ويبقى المحجوز محمَّلًا.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Customs&apos; number</source>
        <translation>رقم الجمارك</translation>
    </message>
    <message>
        <source>Asked for on</source>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>An extension counts when it was asked for before the due date, and within the law&apos;s limit from the first day.</source>
        <translation>يُعتدّ بالتمديد إذا طُلب قبل الموعد، وضمن حد القانون من اليوم الأول.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>Number of the proof</source>
        <translation>رقم الإثبات</translation>
    </message>
    <message>
        <source>Day of the proof</source>
        <translation>تاريخ الإثبات</translation>
    </message>
    <message>
        <source>For goods that left without a follow-up declaration of this office. A smaller amount writes off a part; the time to claim begins with the day of the proof.</source>
        <translation>للبضائع التي خرجت بدون بيان لاحق من هذا المكتب. المبلغ الأقل يسدّد جزءًا؛ وتبدأ مهلة المطالبة من تاريخ الإثبات.</translation>
    </message>
    <message>
        <source>No guarantee of this importer is kept: key one first.</source>
        <translation>لا ضمان محفوظ لهذا المستورد: أدخل واحدًا أولًا.</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الضمان</translation>
    </message>
    <message>
        <source>The guarantee stands for {held} from now on.</source>
        <translation>يغطي الضمان من الآن {held}.</translation>
    </message>
    <message>
        <source>Recorded: {act}.</source>
        <translation>سُجِّل: {act}.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Extension…</source>
        <translation>تمديد…</translation>
    </message>
    <message>
        <source>Customs&apos; date…</source>
        <translation>موعد الجمارك…</translation>
    </message>
    <message>
        <source>Guarantee…</source>
        <translation>الضمان…</translation>
    </message>
    <message>
        <source>Proof…</source>
        <translation>إثبات…</translation>
    </message>
    <message>
        <source>Claimed…</source>
        <translation>مطالبة…</translation>
    </message>
    <message>
        <source>Released…</source>
        <translation>إفراج…</translation>
    </message>
    <message>
        <source>Debited…</source>
        <translation>استقطاع…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>استرجاع…</translation>
    </message>
</context>
<context>
    <name>DueDateDialog</name>
    <message>
        <source>Days</source>
        <translation>عدد الأيام</translation>
    </message>
    <message>
        <source>Customs approved more than the law&apos;s limit</source>
        <translation>وافقت الجمارك على أكثر من حد القانون</translation>
    </message>
    <message>
        <source>Amount written off</source>
        <translation>المبلغ المسدَّد</translation>
    </message>
    <message>
        <source>Give the date.</source>
        <translation>أدخل التاريخ.</translation>
    </message>
    <message>
        <source>Give the amount.</source>
        <translation>أدخل المبلغ.</translation>
    </message>
    <message>
        <source>Type the number of days.</source>
        <translation>أدخل عدد الأيام.</translation>
    </message>
</context>
<context>
    <name>DueDates</name>
    <message>
        <source>Suspended procedure</source>
        <translation>وضع معلّق للرسوم</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا يوجد بعد</translation>
    </message>
</context>
<context>
    <name>DueDatesRoom</name>
    <message>
        <source>Declaration, importer or guarantee</source>
        <translation>بيان أو مستورد أو ضمان</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>ما جرى</translation>
    </message>
    <message numerus="yes">
        <source>Follow %n earlier declaration(s)</source>
        <translation>
            <numerusform>لا بيانات سابقة للمتابعة</numerusform>
            <numerusform>متابعة بيان سابق واحد</numerusform>
            <numerusform>متابعة بيانين سابقين</numerusform>
            <numerusform>متابعة %n بيانات سابقة</numerusform>
            <numerusform>متابعة %n بيانًا سابقًا</numerusform>
            <numerusform>متابعة %n بيان سابق</numerusform>
        </translation>
    </message>
    <message>
        <source>No suspended declaration is assessed yet.</source>
        <translation>لم يُصفَّ أي بيان معلّق بعد.</translation>
    </message>
    <message>
        <source>Nothing here is like that.</source>
        <translation>لا شيء هنا كذلك.</translation>
    </message>
    <message numerus="yes">
        <source>%n due soon.</source>
        <translation>
            <numerusform>لا مواعيد قريبة.</numerusform>
            <numerusform>موعد قريب واحد.</numerusform>
            <numerusform>موعدان قريبان.</numerusform>
            <numerusform>%n مواعيد قريبة.</numerusform>
            <numerusform>%n موعدًا قريبًا.</numerusform>
            <numerusform>%n موعد قريب.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired.</source>
        <translation>
            <numerusform>لا مواعيد منتهية.</numerusform>
            <numerusform>موعد واحد انتهى.</numerusform>
            <numerusform>موعدان انتهيا.</numerusform>
            <numerusform>%n مواعيد انتهت.</numerusform>
            <numerusform>%n موعدًا انتهى.</numerusform>
            <numerusform>%n موعد انتهى.</numerusform>
        </translation>
    </message>
    <message>
        <source>{declaration}: {regime}, {state}</source>
        <translation>{declaration}: {regime}، {state}</translation>
    </message>
    <message>
        <source>Due {day} ({days}); first day {first}.</source>
        <translation>الموعد {day} ({days})؛ اليوم الأول {first}.</translation>
    </message>
    <message>
        <source>An extension is asked for by {day}.</source>
        <translation>يُطلب التمديد حتى {day}.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Guarantee {number}: {held} held here, {free} free.</source>
        <translation>الضمان {number}: المحجوز هنا {held}، والمتاح {free}.</translation>
    </message>
    <message>
        <source>No guarantee stands for {held} yet: choose one.</source>
        <translation>لا ضمان يغطي {held} بعد: اختر ضمانًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) are followed.</source>
        <translation>
            <numerusform>لم يُتابع أي بيان.</numerusform>
            <numerusform>يُتابع بيان واحد.</numerusform>
            <numerusform>يُتابع بيانان.</numerusform>
            <numerusform>تُتابع %n بيانات.</numerusform>
            <numerusform>يُتابع %n بيانًا.</numerusform>
            <numerusform>يُتابع %n بيان.</numerusform>
        </translation>
    </message>
    <message>
        <source>No paid import for home use of the last two years is kept.</source>
        <translation>لا بيان وضع في الاستهلاك مسدَّد محفوظ من السنتين الأخيرتين.</translation>
    </message>
    <message>
        <source>Refunds on re-export</source>
        <translation>رد الرسوم عند إعادة التصدير</translation>
    </message>
    <message>
        <source>{name} cannot be written. Choose another folder.</source>
        <translation>تعذّرت كتابة {name}. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>Which due dates</source>
        <translation>أي المواعيد</translation>
    </message>
    <message>
        <source>All that runs</source>
        <translation>كل الجاري</translation>
    </message>
    <message>
        <source>Due within 30 days</source>
        <translation>خلال 30 يومًا</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت المدة</translation>
    </message>
    <message>
        <source>Without a guarantee</source>
        <translation>بدون ضمان</translation>
    </message>
    <message>
        <source>To be claimed</source>
        <translation>للمطالبة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منجز</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>المستورد</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Net kg</source>
        <translation>الوزن الصافي كلغ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الضمان</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>المحجوز</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>المتبقي</translation>
    </message>
    <message>
        <source>Ask by</source>
        <translation>آخر يوم للطلب</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>By</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Due dates</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <source>Guarantees…</source>
        <translation>الضمانات…</translation>
    </message>
    <message>
        <source>Refunds…</source>
        <translation>رد الرسوم…</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>ملف تقويم…</translation>
    </message>
</context>
<context>
    <name>DueDays</name>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>متأخر يومًا واحدًا</numerusform>
            <numerusform>متأخر يومين</numerusform>
            <numerusform>متأخر %n أيام</numerusform>
            <numerusform>متأخر %n يومًا</numerusform>
            <numerusform>متأخر %n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueReminder</name>
    <message numerus="yes">
        <source>%n due within 30 days</source>
        <translation>
            <numerusform>لا مواعيد خلال 30 يومًا</numerusform>
            <numerusform>موعد واحد خلال 30 يومًا</numerusform>
            <numerusform>موعدان خلال 30 يومًا</numerusform>
            <numerusform>%n مواعيد خلال 30 يومًا</numerusform>
            <numerusform>%n موعدًا خلال 30 يومًا</numerusform>
            <numerusform>%n موعد خلال 30 يومًا</numerusform>
        </translation>
    </message>
    <message>
        <source>{due}, {over} expired</source>
        <translation>{due}، منها {over} انتهت مدته</translation>
    </message>
    <message>
        <source>Guarantees and due dates</source>
        <translation>الضمانات والمواعيد</translation>
    </message>
</context>
<context>
    <name>DueState</name>
    <message>
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>ممدَّد</translation>
    </message>
    <message>
        <source>Partly discharged</source>
        <translation>مسدَّد جزئيًا</translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation>مسدَّد</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت المدة</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>طولب بالضمان</translation>
    </message>
    <message>
        <source>Guarantee released</source>
        <translation>أُفرج عن الضمان</translation>
    </message>
    <message>
        <source>Guarantee debited</source>
        <translation>استُقطع الضمان</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>مسحوب</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
</context>
<context>
    <name>EntryButtons</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Give up changes</source>
        <translation>&amp;تراجع عن التغييرات</translation>
    </message>
    <message>
        <source>&amp;New entry</source>
        <translation>قيد &amp;جديد</translation>
    </message>
    <message>
        <source>End t&amp;oday</source>
        <translation>إن&amp;هاء اليوم</translation>
    </message>
    <message>
        <source>In f&amp;orce again</source>
        <translation>إعادة الس&amp;ريان</translation>
    </message>
</context>
<context>
    <name>ExchangeRoom</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
</context>
<context>
    <name>ExplanationDialog</name>
    <message>
        <source>Explanation of an amount</source>
        <translation>شرح مبلغ</translation>
    </message>
    <message>
        <source>Amount or step</source>
        <translation>المبلغ أو الخطوة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>طريقة الاحتساب</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>التدوير</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>The declaration no longer has this amount.</source>
        <translation>لم يعد هذا المبلغ موجودًا في البيان.</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;نسخ كنص</translation>
    </message>
    <message>
        <source>Copy the explanation as text</source>
        <translation>نسخ الشرح كنص</translation>
    </message>
    <message>
        <source>Steps of the amount</source>
        <translation>خطوات المبلغ</translation>
    </message>
</context>
<context>
    <name>ExplanationPopup</name>
    <message>
        <source>Example: {value}</source>
        <translation>مثال: {value}</translation>
    </message>
    <message>
        <source>More in the manual (Enter)</source>
        <translation>المزيد في الدليل (Enter)</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Written</source>
        <translation>كُتب</translation>
    </message>
    <message>
        <source>&amp;Replace files of the same name</source>
        <translation>ا&amp;ستبدال الملفات التي تحمل الاسم نفسه</translation>
    </message>
    <message>
        <source>What is not whole…</source>
        <translation>ما لم يكتمل…</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>حفظ التقرير…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>مجلد الملفات</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>جارٍ التصدير</translation>
    </message>
    <message>
        <source>XML for customs</source>
        <translation>ملف XML للجمارك</translation>
    </message>
    <message>
        <source>Files of this program, complete</source>
        <translation>ملف هذا البرنامج، كامل</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>نوع الملف</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>&amp;نوع الملف</translation>
    </message>
    <message>
        <source>Written: {done}. Refused: {refused}.</source>
        <translation>كُتب: {done}. رُفض: {refused}.</translation>
    </message>
    <message>
        <source>Not begun: {count}.</source>
        <translation>لم يبدأ: {count}.</translation>
    </message>
    <message>
        <source>With texts that are not whole: {count}.</source>
        <translation>فيها نصوص غير كاملة: {count}.</translation>
    </message>
    <message>
        <source>not whole: {count}</source>
        <translation>غير كامل: {count}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Not whole</source>
        <translation>غير كامل</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>written</source>
        <translation>كُتب</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Save all the same</source>
        <translation>حفظ على أي حال</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
</context>
<context>
    <name>FindLine</name>
    <message>
        <source>Find on the pages</source>
        <translation>بحث في الصفحات</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} من {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>لا نتيجة</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Code, or words in Arabic or English</source>
        <translation>الرمز، أو كلمات بالعربية أو الإنجليزية</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Where the line stands in the tariff</source>
        <translation>موقع البند في التعرفة</translation>
    </message>
    <message>
        <source>The entry in full</source>
        <translation>القيد كاملًا</translation>
    </message>
    <message>
        <source>Entries found</source>
        <translation>القيود الموجودة</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;اختيار</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>This list is empty: no file of it is loaded.</source>
        <translation>هذه اللائحة فارغة: لم يُحمَّل أي ملف لها.</translation>
    </message>
    <message>
        <source>Nothing in this list is like {typed}. Try fewer or other words.</source>
        <translation>لا شيء في هذه اللائحة يشبه {typed}. جرّب كلمات أقل أو غيرها.</translation>
    </message>
    <message>
        <source>{typed} is not in this list. These are the most similar entries.</source>
        <translation>{typed} غير موجود في هذه اللائحة. هذه أقرب القيود إليه.</translation>
    </message>
    <message>
        <source>The first {count} entries are shown: type more to narrow them.</source>
        <translation>تظهر أول {count} قيد: اكتب المزيد لتضييق البحث.</translation>
    </message>
    <message>
        <source>Entries found: {count}</source>
        <translation>القيود الموجودة: {count}</translation>
    </message>
    <message>
        <source> › </source>
        <comment>between a heading and what stands below it</comment>
        <translation> › </translation>
    </message>
    <message>
        <source>Prohibited.</source>
        <translation>ممنوع.</translation>
    </message>
    <message>
        <source>Restricted by {who}.</source>
        <translation>مقيّد من {who}.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Documents: {codes}.</source>
        <translation>المستندات: {codes}.</translation>
    </message>
    <message>
        <source>In force until {day}.</source>
        <translation>نافذ حتى {day}.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>المصدر: {source}</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>المعدّلات</translation>
    </message>
    <message>
        <source>Rate of the day</source>
        <translation>معدَّل تحويل اليوم</translation>
    </message>
    <message>
        <source>Section {number} {title}</source>
        <translation>القسم {number} {title}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Rule {rule} failed and judged nothing: {reason}. Please report this.</source>
        <translation>فشلت القاعدة {rule} ولم تفحص شيئًا: {reason}. يُرجى الإبلاغ عن ذلك.</translation>
    </message>
    <message>
        <source>Box {box}: &quot;{v}&quot; cannot be read. {reason}</source>
        <translation>الحقل {box}: تعذّرت قراءة &quot;{v}&quot;. {reason}</translation>
    </message>
    <message>
        <source>Box {box}: {field} must be filled in.</source>
        <translation>الحقل {box}: يجب إدخال {field}.</translation>
    </message>
    <message>
        <source>Box {box}: &quot;{v}&quot; is not in the list of codes.</source>
        <translation>الحقل {box}: &quot;{v}&quot; غير موجود في جدول الرموز.</translation>
    </message>
    <message>
        <source>{field}: code {v} was not checked; this country has no complete list of them.</source>
        <translation>{field}: لم يُدقَّق الرمز {v}؛ لا يوجد لهذا البلد جدول كامل بها.</translation>
    </message>
    <message>
        <source>{field} was not checked; the profile says no form for it.</source>
        <translation>{field}: لم يُدقَّق؛ الإعدادات لا تحدد له صيغة.</translation>
    </message>
    <message>
        <source>Empty boxes were not judged; the neutral profile does not say which are wanted.</source>
        <translation>لم تُفحص الحقول الفارغة؛ الإعدادات المحايدة لا تحدد المطلوب منها.</translation>
    </message>
    <message>
        <source>Choose a valid declaration model in box 1.</source>
        <translation>اختر نموذج بيان صحيحًا في الحقل 1.</translation>
    </message>
    <message>
        <source>Box 7: reference &quot;{v}&quot; must be written like {example}.</source>
        <translation>الحقل 7: رقم المرجع &quot;{v}&quot; يجب أن يُكتب مثل {example}.</translation>
    </message>
    <message>
        <source>Reference {v} was already used in {year} (declaration {id}).</source>
        <translation>رقم المرجع {v} مستعمَل سابقًا في سنة {year} (البيان {id}).</translation>
    </message>
    <message>
        <source>Box 2: enter the exporter&apos;s full name and address.</source>
        <translation>الحقل 2: أدخل الاسم الكامل والعنوان الخاصين بالمصدِّر.</translation>
    </message>
    <message>
        <source>Box {box}: company code {v} is not registered. Press F3 to choose.</source>
        <translation>الحقل {box}: رمز الشركة {v} غير مسجّل. اضغط F3 للاختيار.</translation>
    </message>
    <message>
        <source>Box {box}: enter the company code. Press F3 to choose.</source>
        <translation>الحقل {box}: أدخل رمز الشركة. اضغط F3 للاختيار.</translation>
    </message>
    <message>
        <source>Exporter and consignee cannot be the same party.</source>
        <translation>لا يجوز أن يكون المصدِّر والمرسَل إليه الجهة نفسها.</translation>
    </message>
    <message>
        <source>Consignee&apos;s licence expired on {date}.</source>
        <translation>انتهت صلاحية رخصة المرسَل إليه بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Consignee&apos;s {doc} expired on {date}.</source>
        <translation>انتهت صلاحية {doc} للمرسَل إليه بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Box 14: declarant {v} is unknown or is no customs broker.</source>
        <translation>الحقل 14: المخلّص {v} غير معروف أو ليس مخلّصًا جمركيًا.</translation>
    </message>
    <message>
        <source>Box 14: enter the declarant&apos;s code.</source>
        <translation>الحقل 14: أدخل رمز المخلّص.</translation>
    </message>
    <message>
        <source>Box 14: the licence of declarant {v} expired on {date}.</source>
        <translation>الحقل 14: انتهت رخصة المخلّص {v} بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Box 9: enter the person responsible for payment.</source>
        <translation>الحقل 9: أدخل الشخص المسؤول عن التسديد المالي.</translation>
    </message>
    <message>
        <source>Box 5 of the file shows {v1} items but the declaration has {v2}.</source>
        <translation>الحقل 5 في الملف يظهر {v1} بندًا بينما يحتوي البيان على {v2}.</translation>
    </message>
    <message>
        <source>The declaration has no items; add at least one.</source>
        <translation>البيان بلا بنود؛ أضف بندًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>Box {box}: customs office {v} is not in the office list.</source>
        <translation>الحقل {box}: مكتب الجمارك {v} غير موجود في جدول المكاتب.</translation>
    </message>
    <message>
        <source>Box A: choose the customs office.</source>
        <translation>الحقل A: اختر مكتب الجمارك.</translation>
    </message>
    <message>
        <source>Box {box}: &quot;{v}&quot; is not a valid two-letter country code.</source>
        <translation>الحقل {box}: &quot;{v}&quot; ليس رمز بلد صحيحًا من حرفين.</translation>
    </message>
    <message>
        <source>Box {box}: enter the two-letter country code.</source>
        <translation>الحقل {box}: أدخل رمز البلد من حرفين.</translation>
    </message>
    <message>
        <source>Box {box}: country {v} is unusual for model {model}.</source>
        <translation>الحقل {box}: البلد {v} غير معتاد لنموذج البيان {model}.</translation>
    </message>
    <message>
        <source>Box 20: delivery terms {v} are not in the list; choose them and their place.</source>
        <translation>الحقل 20: شروط التسليم {v} غير موجودة في الجدول؛ اختر الشروط واسم المكان.</translation>
    </message>
    <message>
        <source>Box 20: enter delivery terms and place.</source>
        <translation>الحقل 20: أدخل شروط التسليم واسم المكان.</translation>
    </message>
    <message>
        <source>Box 25: choose the mode of transport at the border.</source>
        <translation>الحقل 25: اختر طريقة النقل عند الحدود.</translation>
    </message>
    <message>
        <source>Office {v1} does not accept mode {v2}.</source>
        <translation>المكتب {v1} لا يتوافق مع طريقة النقل {v2}.</translation>
    </message>
    <message>
        <source>Box {box}: identity or nationality of the means of transport is missing.</source>
        <translation>الحقل {box}: تعريف أو جنسية وسيلة النقل غير مدخلة.</translation>
    </message>
    <message>
        <source>Box 30: location {v} is not valid for office {office}.</source>
        <translation>الحقل 30: الموضع {v} غير صالح للمكتب {office}.</translation>
    </message>
    <message>
        <source>Box 30: enter the location of the goods.</source>
        <translation>الحقل 30: أدخل موضع البضائع.</translation>
    </message>
    <message>
        <source>Box 28: bank code and name must both be filled and match.</source>
        <translation>الحقل 28: يجب إدخال رمز البنك واسمه معًا وبشكل مطابق.</translation>
    </message>
    <message>
        <source>No certificate of origin: {fee} will be added to the declaration.</source>
        <translation>عدم توفر شهادة المنشأ: سيُضاف مبلغ {fee} على مجمل البيان.</translation>
    </message>
    <message>
        <source>Box 13 says {v} but attached documents say otherwise.</source>
        <translation>قيمة الحقل 13 ({v}) لا تطابق المستندات المرفقة.</translation>
    </message>
    <message>
        <source>The declaration date {v} is in the future or too old.</source>
        <translation>تاريخ البيان {v} مستقبلي أو أقدم من المسموح.</translation>
    </message>
    <message>
        <source>Packages: items {v1}, box 6 of the file {v2}.</source>
        <translation>الطرود: مجموع البنود {v1} والحقل 6 في الملف {v2}.</translation>
    </message>
    <message>
        <source>Item {item}: number of packages must be at least 1 for this kind.</source>
        <translation>البند {item}: عدد الطرود يجب أن يكون 1 على الأقل لهذا النوع.</translation>
    </message>
    <message>
        <source>Item {item}: bulk goods normally have 0 packages.</source>
        <translation>البند {item}: البضائع الدُكمه عدد طرودها عادة صفر.</translation>
    </message>
    <message>
        <source>Gross mass: items {v1} kg, valuation note {v2} kg.</source>
        <translation>الوزن القائم: مجموع البنود {v1} كلغ ومذكرة التقييم {v2} كلغ.</translation>
    </message>
    <message>
        <source>Item {item}: package count {v} has too many decimals.</source>
        <translation>البند {item}: عدد الطرود {v} يحتوي كسورًا غير مسموحة.</translation>
    </message>
    <message>
        <source>Item {item}: enter marks and numbers of packages.</source>
        <translation>البند {item}: أدخل علامات وأرقام الطرود.</translation>
    </message>
    <message>
        <source>Item {item}: description is too vague.</source>
        <translation>البند {item}: الوصف التجاري غير واضح.</translation>
    </message>
    <message>
        <source>Item {item}: description has {v1} characters, target allows {v2}.</source>
        <translation>البند {item}: الوصف {v1} حرفًا والحد المسموح {v2}.</translation>
    </message>
    <message>
        <source>Item prices total {v1}, invoice total {v2}, difference {d}.</source>
        <translation>مجموع أثمان البنود {v1} ومجموع الفاتورة {v2}، الفرق {d}.</translation>
    </message>
    <message>
        <source>Box {box}: currency {v} is not valid.</source>
        <translation>الحقل {box}: العملة {v} غير صحيحة.</translation>
    </message>
    <message>
        <source>Box {box}: enter the currency of the amount.</source>
        <translation>الحقل {box}: أدخل عملة المبلغ.</translation>
    </message>
    <message>
        <source>No exchange rate for {cur} on {date}.</source>
        <translation>لا يوجد معدل تحويل للعملة {cur} بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Rate {v} for {cur} is {n} days old or unusual.</source>
        <translation>معدل التحويل {v} للعملة {cur} قديم ({n} يومًا) أو غير معتاد.</translation>
    </message>
    <message>
        <source>{line} cannot be negative.</source>
        <translation>لا يمكن أن تكون قيمة {line} سالبة.</translation>
    </message>
    <message>
        <source>Calculated customs value is negative.</source>
        <translation>القيمة الجمركية المحتسبة سالبة.</translation>
    </message>
    <message>
        <source>Terms {inco} already include {field}: check the valuation note.</source>
        <translation>شروط {inco} تشمل {field}: راجع مذكرة التقييم.</translation>
    </message>
    <message>
        <source>Terms {inco}: {field} is zero.</source>
        <translation>شروط {inco}: {field} صفر.</translation>
    </message>
    <message>
        <source>No apportionment: item {line} total {v1}, header {v2}.</source>
        <translation>لا تجزئة: مجموع {line} للبنود {v1} والجزء العام {v2}.</translation>
    </message>
    <message>
        <source>Apportionment by weight needs a gross mass.</source>
        <translation>التجزئة بحسب الوزن تتطلب وزنًا قائمًا.</translation>
    </message>
    <message>
        <source>Item {item}: adjustment must be greater than zero.</source>
        <translation>البند {item}: معامل التصحيح يجب أن يكون أكبر من الصفر.</translation>
    </message>
    <message>
        <source>Item {item}: adjustment {v} multiplies the statistical value.</source>
        <translation>البند {item}: معامل التصحيح {v} يضاعف القيمة الإحصائية.</translation>
    </message>
    <message>
        <source>Item {item}: valuation method {v} needs a justification.</source>
        <translation>البند {item}: طريقة التقييم {v} تتطلب مبررًا.</translation>
    </message>
    <message>
        <source>Item {item}: unit value {v} is outside {min}-{max} for this heading and origin.</source>
        <translation>البند {item}: قيمة الوحدة {v} خارج المجال {min}-{max} لهذا البند والمنشأ.</translation>
    </message>
    <message>
        <source>All invoices must be in one currency or converted; the file has {list}.</source>
        <translation>يجب أن تكون الفواتير بعملة واحدة أو محوّلة؛ في الملف {list}.</translation>
    </message>
    <message>
        <source>Item {item}: code {v} is not valid on {date}.</source>
        <translation>البند {item}: رمز التعرفة {v} غير صالح بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Item {item}: code {v} must have {n} digits.</source>
        <translation>البند {item}: رمز التعرفة {v} يجب أن يتكون من {n} رقمًا.</translation>
    </message>
    <message>
        <source>Item {item}: code {v} was replaced by {list}.</source>
        <translation>البند {item}: الرمز {v} استُبدل بـ {list}.</translation>
    </message>
    <message>
        <source>Item {item}: enter the quantity in {unit}.</source>
        <translation>البند {item}: أدخل الكمية بوحدة {unit}.</translation>
    </message>
    <message>
        <source>Item {item}: choose the specification code for {v}.</source>
        <translation>البند {item}: اختر رمز التخصيص للبند {v}.</translation>
    </message>
    <message>
        <source>Item {item}: goods under {v} are prohibited.</source>
        <translation>البند {item}: البضائع تحت الرمز {v} ممنوعة.</translation>
    </message>
    <message>
        <source>Item {item}: permit from {agency} required.</source>
        <translation>البند {item}: يلزم تصريح من {agency}.</translation>
    </message>
    <message>
        <source>Item {item}: you declared this description as {v2} before ({list}).</source>
        <translation>البند {item}: سبق التصريح بهذا الوصف تحت الرمز {v2} ({list}).</translation>
    </message>
    <message>
        <source>Item {item}: preference {v} needs an eligible origin and proof.</source>
        <translation>البند {item}: المعاملة التفضيلية {v} تتطلب منشأ مؤهلًا وإثباتًا.</translation>
    </message>
    <message>
        <source>Item {item}: origin {v} is not allowed.</source>
        <translation>البند {item}: المنشأ {v} غير مسموح.</translation>
    </message>
    <message>
        <source>Item {item}: duty rate changed from {v1} to {v2}.</source>
        <translation>البند {item}: تغيّر معدل الرسم من {v1} إلى {v2}.</translation>
    </message>
    <message>
        <source>Item {item}: procedure {v} is not allowed.</source>
        <translation>البند {item}: رمز الوضع {v} غير مسموح.</translation>
    </message>
    <message>
        <source>Item {item}: procedure {v1} does not belong to model {v2}.</source>
        <translation>البند {item}: الوضع {v1} لا يتبع نموذج البيان {v2}.</translation>
    </message>
    <message>
        <source>Item {item}: extended code {v} cannot be used with procedure {p}.</source>
        <translation>البند {item}: الرمز الموسّع {v} لا يُستعمل مع الوضع {p}.</translation>
    </message>
    <message>
        <source>Items use incompatible procedures: {list}.</source>
        <translation>البنود تستعمل أوضاعًا غير متوافقة: {list}.</translation>
    </message>
    <message>
        <source>Item {item}: enter the previous declaration reference.</source>
        <translation>البند {item}: أدخل مرجع البيان السابق.</translation>
    </message>
    <message>
        <source>Item {item}: exceeds the remaining balance {v}.</source>
        <translation>البند {item}: يتجاوز الرصيد المتبقي {v}.</translation>
    </message>
    <message>
        <source>Box 49: warehouse code and time limit are required.</source>
        <translation>الحقل 49: رمز المستودع والمهلة إلزاميان.</translation>
    </message>
    <message>
        <source>Box 49: warehouse {v} is not in the list.</source>
        <translation>الحقل 49: المستودع {v} غير موجود في الجدول.</translation>
    </message>
    <message>
        <source>Box 49: {v} days exceeds the limit {n}.</source>
        <translation>الحقل 49: المهلة {v} يومًا تتجاوز الحد {n}.</translation>
    </message>
    <message>
        <source>Guarantee {v1} is less than duties {v2}.</source>
        <translation>الكفالة {v1} أقل من الرسوم {v2}.</translation>
    </message>
    <message>
        <source>Item {item}: not allowed under temporary admission.</source>
        <translation>البند {item}: غير مسموح تحت الإدخال المؤقت.</translation>
    </message>
    <message>
        <source>Item {item}: choose the re-export case (a-g) in box 44.</source>
        <translation>البند {item}: اختر حالة إعادة التصدير (أ-ز) في الحقل 44.</translation>
    </message>
    <message>
        <source>Manifest {v} was not found.</source>
        <translation>المانيفست {v} غير موجود.</translation>
    </message>
    <message>
        <source>Box A: enter the manifest; office {office} asks for it.</source>
        <translation>الحقل A: أدخل المانيفست؛ المكتب {office} يطلبه.</translation>
    </message>
    <message>
        <source>BL {v} does not belong to manifest {m}.</source>
        <translation>البوليصة {v} لا تتبع المانيفست {m}.</translation>
    </message>
    <message>
        <source>BL {v}: declared {v1} packages, balance {v2}.</source>
        <translation>البوليصة {v}: المصرَّح {v1} طردًا والرصيد {v2}.</translation>
    </message>
    <message>
        <source>BL {v}: declared {v1} kg, balance {v2} kg.</source>
        <translation>البوليصة {v}: الوزن المصرَّح {v1} كلغ والرصيد {v2} كلغ.</translation>
    </message>
    <message>
        <source>Consignee differs from {v2}, the consignee of bill of lading {v}.</source>
        <translation>المرسَل إليه مختلف عن {v2}، المرسَل إليه في البوليصة {v}.</translation>
    </message>
    <message>
        <source>BL {v}: {n} packages remain.</source>
        <translation>البوليصة {v}: الطرود الباقية {n}.</translation>
    </message>
    <message>
        <source>BL {v} is also used by {id}.</source>
        <translation>البوليصة {v} مستعملة في البيان {id}.</translation>
    </message>
    <message>
        <source>Container {v}: check digit is wrong (should be {n}).</source>
        <translation>الحاوية {v}: رقم التحقق غير صحيح (الصحيح {n}).</translation>
    </message>
    <message>
        <source>Container {v}: must be four letters and seven digits (CSQU3054383).</source>
        <translation>الحاوية {v}: يجب أن تتكون من أربعة أحرف وسبعة أرقام (CSQU3054383).</translation>
    </message>
    <message>
        <source>Box 19 and the container list disagree.</source>
        <translation>الحقل 19 لا يطابق لائحة الحاويات.</translation>
    </message>
    <message>
        <source>Container {v} is not on bill of lading {bl}.</source>
        <translation>الحاوية {v} غير واردة في البوليصة {bl}.</translation>
    </message>
    <message>
        <source>Container {v} is listed twice for item {item}.</source>
        <translation>الحاوية {v} مكررة للبند {item}.</translation>
    </message>
    <message>
        <source>Item {item}: only the first four containers are printed.</source>
        <translation>البند {item}: تُطبع الحاويات الأربع الأولى فقط.</translation>
    </message>
    <message>
        <source>Containers of item {item} do not add up: {v1}, item {v2}.</source>
        <translation>مجموع حاويات البند {item} لا يطابق: {v1} والبند {v2}.</translation>
    </message>
    <message>
        <source>Item {item}: document {v} ({name}) is required by {rule}.</source>
        <translation>البند {item}: المستند {v} ({name}) مطلوب بموجب {rule}.</translation>
    </message>
    <message>
        <source>Document {v}: enter reference and date.</source>
        <translation>المستند {v}: أدخل المرجع والتاريخ.</translation>
    </message>
    <message>
        <source>Document {v}: date {date} is unusual.</source>
        <translation>المستند {v}: التاريخ {date} غير معتاد.</translation>
    </message>
    <message>
        <source>Document {v} is repeated.</source>
        <translation>المستند {v} مكرر.</translation>
    </message>
    <message>
        <source>Document {v}: no digital copy attached.</source>
        <translation>المستند {v}: لا توجد صورة رقمية.</translation>
    </message>
    <message>
        <source>File {v} has {size} bytes; limit {max}. Resize it.</source>
        <translation>الملف {v} حجمه {size} بايت والحد {max}. صغّره.</translation>
    </message>
    <message>
        <source>Licence {v}: remaining {n} is not enough.</source>
        <translation>الرخصة {v}: الرصيد {n} غير كافٍ.</translation>
    </message>
    <message>
        <source>Licence {v} expired on {date}.</source>
        <translation>انتهت صلاحية الرخصة {v} بتاريخ {date}.</translation>
    </message>
    <message>
        <source>Copy only: undertaking until {date}.</source>
        <translation>صورة فقط: تعهد حتى تاريخ {date}.</translation>
    </message>
    <message>
        <source>Similar declaration {id}: same {list}.</source>
        <translation>بيان مشابه {id}: تطابق في {list}.</translation>
    </message>
    <message>
        <source>The declaration is registered and was changed; create an amendment.</source>
        <translation>البيان مسجَّل وقد تغيّر؛ أنشئ تعديلًا.</translation>
    </message>
    <message>
        <source>Duties differ from the assessed amount by {v}.</source>
        <translation>الرسوم تختلف عن المبلغ المصفّى بمقدار {v}.</translation>
    </message>
    <message>
        <source>Box {box}: remove character {v}.</source>
        <translation>الحقل {box}: احذف الرمز {v}.</translation>
    </message>
    <message>
        <source>Digits were converted: {v1} to {v2}.</source>
        <translation>تم تحويل الأرقام: {v1} إلى {v2}.</translation>
    </message>
    <message>
        <source>Account {v} cannot be used: it is not in the list of accounts.</source>
        <translation>لا يمكن استعمال الحساب {v}: غير موجود في جدول الحسابات.</translation>
    </message>
    <message>
        <source>Account {v} cannot be used: it belongs to company {v2}.</source>
        <translation>لا يمكن استعمال الحساب {v}: هو للشركة {v2}.</translation>
    </message>
    <message>
        <source>Account {v} cannot be used: {v2} is left and {v1} is due.</source>
        <translation>لا يمكن استعمال الحساب {v}: الرصيد {v2} والمستحق {v1}.</translation>
    </message>
    <message>
        <source>Apportionment {v} is unknown; choose 0 by value, 1 by weight or 2 none.</source>
        <translation>طريقة التجزئة {v} غير معروفة؛ اختر 0 بحسب القيمة أو 1 بحسب الوزن أو 2 لا تجزئة.</translation>
    </message>
    <message>
        <source>{line} cannot be shared out: key the invoice value of the items.</source>
        <translation>لا يمكن تجزئة {line}: أدخل قيمة فاتورة البنود.</translation>
    </message>
    <message>
        <source>The number {v} is too large to compute with; correct it.</source>
        <translation>العدد {v} أكبر من أن يُحتسب؛ صحّحه.</translation>
    </message>
    <message>
        <source>Item {item}: rate &quot;{v}&quot; of {tax} cannot be read; correct the tariff line.</source>
        <translation>البند {item}: تعذّرت قراءة معدّل {tax} &quot;{v}&quot;؛ صحّح بند التعرفة.</translation>
    </message>
    <message>
        <source>Item {item}: key the value that {tax} is computed from.</source>
        <translation>البند {item}: أدخل القيمة التي يُحتسب منها {tax}.</translation>
    </message>
    <message>
        <source>Item {item}: key the quantity in {unit}; the duty depends on it.</source>
        <translation>البند {item}: أدخل الكمية بوحدة {unit}؛ الرسم متوقف عليها.</translation>
    </message>
    <message>
        <source>Item {item}: key {field}; the duty depends on it.</source>
        <translation>البند {item}: أدخل {field}؛ الرسم متوقف عليه.</translation>
    </message>
    <message>
        <source>Item {item}: {tax} is {v1} in the file, its base and rate give {v2}.</source>
        <translation>البند {item}: {tax} في الملف {v1}، ووعاؤه ومعدّله يعطيان {v2}.</translation>
    </message>
    <message>
        <source>Item {item}: {tax} cannot be keyed by hand in this country; remove the line.</source>
        <translation>البند {item}: لا يجوز إدخال {tax} يدويًا في هذا البلد؛ احذف السطر.</translation>
    </message>
    <message>
        <source>Item {item}: give the reason for the tax {tax} keyed by hand.</source>
        <translation>البند {item}: أدخل سبب إدخال {tax} يدويًا.</translation>
    </message>
    <message>
        <source>The law of {date} is not known; the profile begins on {v}.</source>
        <translation>القانون المعمول به بتاريخ {date} غير معروف؛ الإعدادات تبدأ من {v}.</translation>
    </message>
    <message>
        <source>Item {item}: net mass {v2} kg is greater than gross mass {v1} kg.</source>
        <translation>البند {item}: الوزن الصافي {v2} كلغ أكبر من الوزن القائم {v1} كلغ.</translation>
    </message>
    <message>
        <source>Item {item}: net equals gross mass; packed goods normally weigh more.</source>
        <translation>البند {item}: الوزن الصافي يساوي القائم والطرود ليست دُكمه.</translation>
    </message>
    <message>
        <source>Item {item}: enter gross and net mass greater than zero.</source>
        <translation>البند {item}: أدخل وزنًا قائمًا وصافيًا أكبر من الصفر.</translation>
    </message>
    <message>
        <source>Papers of the parties were not checked; the office keeps none yet.</source>
        <translation>لم يُتحقَّق من وثائق الأطراف؛ لا يحتفظ المكتب بأي منها بعد.</translation>
    </message>
    <message>
        <source>What licences still cover was not checked; the office keeps none yet.</source>
        <translation>لم يُتحقَّق من أرصدة الرخص؛ لا يحتفظ المكتب بأي منها بعد.</translation>
    </message>
    <message>
        <source>The manifest was not checked; the office keeps no manifests yet.</source>
        <translation>لم يُتحقَّق من المانيفست؛ لا يحتفظ المكتب بأي مانيفست بعد.</translation>
    </message>
    <message>
        <source>Bills of lading were not checked; the office keeps none yet.</source>
        <translation>لم يُتحقَّق من بوليصات الشحن؛ لا يحتفظ المكتب بأي منها بعد.</translation>
    </message>
    <message>
        <source>Balances of earlier goods were not checked; the office keeps none yet.</source>
        <translation>لم يُتحقَّق من أرصدة البضائع السابقة؛ لا يحتفظ المكتب بأي منها بعد.</translation>
    </message>
    <message>
        <source>The balance of the account was not checked; the office keeps none yet.</source>
        <translation>لم يُتحقَّق من رصيد الحساب؛ لا يحتفظ المكتب بأي رصيد بعد.</translation>
    </message>
    <message>
        <source>Unit values were not compared; the office knows no usual prices yet.</source>
        <translation>لم تُقارَن قيم الوحدات؛ لا يعرف المكتب أسعارًا معتادة بعد.</translation>
    </message>
    <message>
        <source>The guarantee was not checked; the office keeps none yet.</source>
        <translation>لم تُدقَّق الكفالة؛ لا يحفظ المكتب أي ضمان بعد.</translation>
    </message>
    <message>
        <source>Digital copies were not checked; the office keeps none yet.</source>
        <translation>لم يُتحقَّق من النسخ الرقمية؛ لا يحتفظ المكتب بأي منها بعد.</translation>
    </message>
    <message>
        <source>The ACID was not checked; the office keeps no dossiers yet.</source>
        <translation>لم يُدقَّق رقم ACID؛ لا ملفات محفوظة لدى المكتب بعد.</translation>
    </message>
    <message>
        <source>The office&apos;s database cannot be reached: nothing was compared with what it keeps.</source>
        <translation>تعذّر الوصول إلى قاعدة بيانات المكتب: لم يُقارَن شيء بما تحتفظ به.</translation>
    </message>
    <message>
        <source>ACID must contain exactly {n} digits.</source>
        <translation>رقم ACID يجب أن يتكون من {n} رقمًا.</translation>
    </message>
    <message>
        <source>Enter the ACID: imports by this mode of transport need one.</source>
        <translation>أدخل رقم ACID: الاستيراد بطريقة النقل هذه يستلزمه.</translation>
    </message>
    <message>
        <source>ACID {v} expired on {date}.</source>
        <translation>انتهت صلاحية رقم ACID {v} بتاريخ {date}.</translation>
    </message>
    <message>
        <source>ACID {v} is marked {s}; use the current one.</source>
        <translation>رقم ACID {v} مميّز بالحرف {s}؛ استعمل الرقم الحالي.</translation>
    </message>
    <message>
        <source>ACID {v} was rejected or cancelled; get a new one.</source>
        <translation>رقم ACID {v} مرفوض أو ملغى؛ احصل على رقم جديد.</translation>
    </message>
    <message>
        <source>Invoice {v}: missing {list}.</source>
        <translation>الفاتورة {v}: ينقصها {list}.</translation>
    </message>
    <message>
        <source>Less than {n} hours remain before shipment.</source>
        <translation>بقي أقل من {n} ساعة على الشحن.</translation>
    </message>
    <message>
        <source>ACID cannot be requested after shipment.</source>
        <translation>لا يمكن طلب رقم ACID بعد الشحن.</translation>
    </message>
    <message>
        <source>ACID {v} was given to another party: {v2}. The parties are never changed.</source>
        <translation>أُعطي رقم ACID {v} لطرف آخر: {v2}. لا يُعدَّل طرفا التعامل.</translation>
    </message>
    <message>
        <source>Line {n}: enter GS1 code or part number.</source>
        <translation>السطر {n}: أدخل كود GS1 أو رقم القطعة.</translation>
    </message>
    <message>
        <source>Line {n}: the length or the check digit of GS1 code {v} is wrong.</source>
        <translation>السطر {n}: طول كود GS1 {v} أو رقمه التدقيقي خطأ.</translation>
    </message>
    <message>
        <source>{regime}: due on {date}.</source>
        <translation>{regime}: الاستحقاق بتاريخ {date}.</translation>
    </message>
    <message>
        <source>The extension must be requested before {date}.</source>
        <translation>يجب طلب التمديد قبل {date}.</translation>
    </message>
    <message>
        <source>Refund not allowed: worth {v}, less than {n}.</source>
        <translation>لا يجوز رد الرسوم: القيمة {v} أقل من {n}.</translation>
    </message>
    <message>
        <source>Refund not allowed: the duties were paid on {date}, over {n} days ago.</source>
        <translation>لا يجوز رد الرسوم: سُددت بتاريخ {date}، أي قبل أكثر من {n} يومًا.</translation>
    </message>
    <message>
        <source>Refund not allowed: the re-export is more than {n} days ago.</source>
        <translation>لا يجوز رد الرسوم: مضى على إعادة التصدير أكثر من {n} يومًا.</translation>
    </message>
    <message>
        <source>Threshold {v}: a unified declaration is required.</source>
        <translation>تجاوز الحد {v}: يلزم بيان جمركي موحد.</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Severity</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>الإقرار</translation>
    </message>
    <message>
        <source>What is wrong and what to do</source>
        <translation>الملاحظة وما يجب عمله</translation>
    </message>
    <message>
        <source>Acknowledged by {user} on {moment}.</source>
        <translation>أقرّ به {user} بتاريخ {moment}.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>The finding in full</source>
        <translation>نص الملاحظة كاملًا</translation>
    </message>
    <message>
        <source>Show or hide these findings</source>
        <translation>إظهار هذه الملاحظات أو إخفاؤها</translation>
    </message>
    <message>
        <source>Acknowledge (Space)</source>
        <translation>إقرار (مسافة)</translation>
    </message>
    <message>
        <source>Stand by the warning until its values change; once more takes it back</source>
        <translation>إقرار التحذير حتى تتغيّر قيمه؛ والضغط مرة أخرى يسحب الإقرار</translation>
    </message>
    <message>
        <source>Earlier declarations (O)</source>
        <translation>بيانات سابقة (O)</translation>
    </message>
    <message>
        <source>Open a declaration this finding rests on</source>
        <translation>فتح بيان تستند إليه هذه الملاحظة</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>ملاحظات التدقيق</translation>
    </message>
    <message>
        <source>Nothing is wrong with this declaration.</source>
        <translation>لا ملاحظات على هذا البيان.</translation>
    </message>
    <message>
        <source>All findings are hidden: tick a kind of finding above.</source>
        <translation>كل الملاحظات مخفيّة: فعّل نوعًا منها أعلاه.</translation>
    </message>
    <message>
        <source>Enter or a double click on a finding goes to its box.</source>
        <translation>اضغط Enter أو انقر نقرًا مزدوجًا على ملاحظة للانتقال إلى حقلها.</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>First start</source>
        <translation>أول تشغيل</translation>
    </message>
    <message>
        <source>Your desk</source>
        <translation>مكتب عملك</translation>
    </message>
    <message>
        <source>Import the &amp;tariff and exchange rates of your customs</source>
        <translation>استيراد ت&amp;عرفة جماركك ومعدّلات التحويل</translation>
    </message>
    <message>
        <source>Learn from &amp;past declarations</source>
        <translation>التعلّم من البيانات ال&amp;سابقة</translation>
    </message>
    <message>
        <source>Open a &amp;sample declaration to try things on</source>
        <translation>فتح &amp;بيان للتجربة</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>ا&amp;بدأ</translation>
    </message>
    <message>
        <source>&amp;Leave it for later</source>
        <translation>ل&amp;احقًا</translation>
    </message>
    <message>
        <source>What you say here is put into new declarations. Leave out what you like: everything can be changed under Office, Settings.</source>
        <translation>ما تقوله هنا يوضع في البيانات الجديدة. اترك ما تشاء: يمكن تغيير كل شيء من «المكتب» ثم «الإعدادات».</translation>
    </message>
</context>
<context>
    <name>FirstUserForm</name>
    <message>
        <source>Signs in as</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>Turn signing in on</source>
        <translation>تشغيل تسجيل الدخول</translation>
    </message>
    <message>
        <source>Nobody signs in at this office: whoever starts the program may do everything. The first user becomes the general user, who adds the others and grants their services.</source>
        <translation>لا يُطلب تسجيل الدخول في هذا المكتب: من يشغّل البرنامج يحق له كل شيء. يصبح أول مستخدم هو المستخدم العام، وهو من يضيف المستخدمين الآخرين ويمنحهم الخدمات.</translation>
    </message>
</context>
<context>
    <name>FollowUpCommands</name>
    <message>
        <source>{procedure} of {declaration}</source>
        <translation>{procedure} من {declaration}</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Procedure</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>What is left, and what leaves</source>
        <translation>المتبقي والخارج</translation>
    </message>
    <message>
        <source>Take all that is left</source>
        <translation>إخراج كل المتبقي</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Key what leaves of each item in the last columns; the other measures, the value and the amounts go along in proportion. No more leaves than is left.</source>
        <translation>أدخل ما يخرج من كل بند في الأعمدة الأخيرة؛ وتتبعه المقاييس الأخرى والقيمة والمبالغ بالنسبة نفسها. لا يخرج أكثر مما بقي.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>Packages left</source>
        <translation>الطرود المتبقية</translation>
    </message>
    <message>
        <source>Net mass left</source>
        <translation>الوزن الصافي المتبقي</translation>
    </message>
    <message>
        <source>Quantity left</source>
        <translation>الكمية المتبقية</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Net mass</source>
        <translation>الوزن الصافي</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
</context>
<context>
    <name>FormButton</name>
    <message>
        <source>Copies of the form, values only, steps</source>
        <translation>نسخ النموذج والقيم وحدها والخطوات</translation>
    </message>
    <message>
        <source>Values only, for pre-printed forms</source>
        <translation>القيم فقط، للنماذج المطبوعة مسبقًا</translation>
    </message>
    <message>
        <source>With the steps of every amount</source>
        <translation>مع خطوات كل مبلغ</translation>
    </message>
    <message>
        <source>Copies: {copies}</source>
        <translation>النسخ: {copies}</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>النموذج</translation>
    </message>
</context>
<context>
    <name>FurtherTab</name>
    <message>
        <source>Further fields</source>
        <translation>حقول أخرى</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>رقم البند</translation>
    </message>
    <message>
        <source>Previous declarations</source>
        <translation>البيانات السابقة</translation>
    </message>
    <message>
        <source>Taxes keyed by hand</source>
        <translation>رسوم مُدخلة يدويًا</translation>
    </message>
    <message>
        <source>General segment</source>
        <translation>الجزء العام</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Box, like 33 or 33.2</source>
        <translation>رقم الحقل، مثل 33 أو 33.2</translation>
    </message>
    <message>
        <source>Go to box</source>
        <translation>الانتقال إلى حقل</translation>
    </message>
    <message>
        <source>There is no such box.</source>
        <translation>لا يوجد حقل بهذا الرقم.</translation>
    </message>
    <message>
        <source>Enter goes there, Esc returns.</source>
        <translation>Enter للانتقال، Esc للرجوع.</translation>
    </message>
</context>
<context>
    <name>GuaranteeKind</name>
    <message>
        <source>General guarantee</source>
        <translation>ضمان عام</translation>
    </message>
    <message>
        <source>Bank guarantee</source>
        <translation>ضمان مصرفي</translation>
    </message>
    <message>
        <source>Cash guarantee</source>
        <translation>ضمان مالي</translation>
    </message>
    <message>
        <source>Written undertaking</source>
        <translation>تعهد كتابي</translation>
    </message>
</context>
<context>
    <name>Harvest</name>
    <message>
        <source>Companies</source>
        <translation>الشركات</translation>
    </message>
    <message>
        <source>Suppliers of importers</source>
        <translation>مورّدو المستوردين</translation>
    </message>
    <message>
        <source>Customs offices</source>
        <translation>المكاتب الجمركية</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>المصارف</translation>
    </message>
    <message>
        <source>Locations of goods</source>
        <translation>مواقع البضاعة</translation>
    </message>
    <message>
        <source>Places of loading</source>
        <translation>أماكن الشحن</translation>
    </message>
    <message>
        <source>Kinds of packages</source>
        <translation>أنواع الطرود</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Commodity codes</source>
        <translation>رموز السلع</translation>
    </message>
    <message>
        <source>Rates seen in declarations</source>
        <translation>فئات ظهرت في بيانات</translation>
    </message>
    <message>
        <source>Units of commodity codes</source>
        <translation>وحدات رموز السلع</translation>
    </message>
    <message>
        <source>Documents of procedures</source>
        <translation>مستندات الأوضاع</translation>
    </message>
    <message>
        <source>Usual values of importers</source>
        <translation>القيم المعتادة للمستوردين</translation>
    </message>
    <message>
        <source>Unit values of importers</source>
        <translation>أسعار الوحدة للمستوردين</translation>
    </message>
    <message>
        <source>Goods of importers</source>
        <translation>بضائع المستوردين</translation>
    </message>
    <message>
        <source>Usual values of goods</source>
        <translation>القيم المعتادة للبضائع</translation>
    </message>
</context>
<context>
    <name>HarvestModel</name>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Name or value</source>
        <translation>الاسم أو القيمة</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>المرات</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>آخر مرة</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>الحال</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>known</source>
        <translation>معروف</translation>
    </message>
    <message>
        <source>several names</source>
        <translation>أسماء عدة</translation>
    </message>
    <message>
        <source>kept otherwise</source>
        <translation>محفوظ بغير ذلك</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>ليس في القائمة</translation>
    </message>
    <message>
        <source>kept as {name}</source>
        <translation>محفوظ باسم {name}</translation>
    </message>
</context>
<context>
    <name>HarvestRoom</name>
    <message>
        <source>Files &amp;read before, too</source>
        <translation>مع الملفات ال&amp;مقروءة من قبل</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>إضافة مل&amp;فات…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>إضافة م&amp;جلد…</translation>
    </message>
    <message>
        <source>Take &amp;all</source>
        <translation>أخذ ال&amp;كل</translation>
    </message>
    <message>
        <source>Take &amp;none</source>
        <translation>&amp;ترك الكل</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>إفراغ</translation>
    </message>
    <message>
        <source>&amp;Keep what is ticked</source>
        <translation>&amp;حفظ المعلَّم</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>قراءة الملفات</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>Stopped: {count} companies were added, and nothing else was kept.</source>
        <translation>توقف العمل: أضيفت شركات عددها {count} ولم يُحفظ غيرها.</translation>
    </message>
    <message>
        <source>Kept: {lines} lines. New to the office: {companies} companies, {codes} codes of lists; suppliers remembered: {suppliers}.</source>
        <translation>حُفظت سطور عددها {lines}. الجديد على المكتب: شركات {companies}، رموز قوائم {codes}؛ وروابط المورّدين: {suppliers}.</translation>
    </message>
    <message>
        <source>And {count} more companies were refused.</source>
        <translation>ورُفضت شركات أخرى عددها {count}.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>السطور</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>المأخوذ</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>السطور الموجودة</translation>
    </message>
    <message>
        <source>Folder of past declarations</source>
        <translation>مجلد البيانات السابقة</translation>
    </message>
    <message>
        <source>Add files or a folder of past declarations. What they teach is shown first: companies, codes, rates, usual values. Nothing official is overwritten.</source>
        <translation>أضف ملفات بيانات سابقة أو مجلدها. يُعرض أولًا ما فيها من شركات ورموز وفئات وقيم معتادة. ولا يُستبدل شيء رسمي.</translation>
    </message>
    <message>
        <source>Declarations read: {read}. Read before: {repeated}. Refused: {refused}. Space takes or leaves out a line; Enter chooses among several names.</source>
        <translation>البيانات المقروءة: {read}. المقروءة من قبل: {repeated}. المرفوضة: {refused}. تأخذ المسافة السطر أو تتركه، ويختار Enter بين أسماء عدة.</translation>
    </message>
    <message>
        <source>You stopped before the last file.</source>
        <translation>أوقفتَ القراءة قبل آخر ملف.</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Details</source>
        <translation>تفاصيل</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Country profile</source>
        <translation>إعدادات البلد</translation>
    </message>
    <message>
        <source>Law and rates of</source>
        <translation>القانون والأسعار بتاريخ</translation>
    </message>
    <message>
        <source>Stored version</source>
        <translation>النسخة المحفوظة</translation>
    </message>
    <message>
        <source>Stored by</source>
        <translation>حفظها المستخدم</translation>
    </message>
    <message>
        <source>Stored at</source>
        <translation>تاريخ الحفظ</translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation>تغييرات منذ الحفظ</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Read from file</source>
        <translation>مقروء من ملف</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>نوع الملف</translation>
    </message>
    <message>
        <source>not stored yet</source>
        <translation>لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Fields it changed</source>
        <translation>الحقول التي غيّرتها</translation>
    </message>
    <message>
        <source>Check the history</source>
        <translation>تحقق من السجل</translation>
    </message>
    <message>
        <source>Export the history…</source>
        <translation>تصدير السجل…</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>مقارنة النسخ…</translation>
    </message>
    <message>
        <source>yes, not stored</source>
        <translation>نعم، غير محفوظة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: it begins when the declaration is saved.</source>
        <translation>لم يُسجَّل شيء بعد: يبدأ السجل عند حفظ البيان.</translation>
    </message>
    <message>
        <source>This operation changed no field.</source>
        <translation>لم تغيّر هذه العملية أي حقل.</translation>
    </message>
    <message>
        <source>Fields changed: {count}, of which the first {named} are named.</source>
        <translation>الحقول المتغيرة: {count}، وتُذكر هنا أول {named} منها.</translation>
    </message>
    <message>
        <source>Fields changed: {count}.</source>
        <translation>الحقول المتغيرة: {count}.</translation>
    </message>
    <message>
        <source>The history is being checked…</source>
        <translation>جارٍ التحقق من السجل…</translation>
    </message>
    <message>
        <source>The office&apos;s history holds. Entries checked: {count}; none was altered, removed or put in.</source>
        <translation>سجل المكتب سليم. القيود التي فُحصت: {count}؛ لم يُعدَّل أي منها ولم يُحذف ولم يُدسّ بينها شيء.</translation>
    </message>
    <message>
        <source>The office&apos;s history was altered at entry {number} or just before it. Compare it with an exported history or a backup.</source>
        <translation>عُبث بسجل المكتب عند القيد {number} أو قبله مباشرة. قارنه بسجل مصدَّر أو بنسخة احتياطية.</translation>
    </message>
    <message>
        <source>Written to {name}. Entries: {count}.</source>
        <translation>كُتب في {name}. عدد القيود: {count}.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Status after</source>
        <translation>الحالة بعدها</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>Fields changed</source>
        <translation>حقول متغيرة</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>العمليات</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>not done after all</source>
        <translation>لم تُنجز في الحقيقة</translation>
    </message>
    <message>
        <source>{stage}: {when}</source>
        <translation>{stage}: {when}</translation>
    </message>
    <message>
        <source>{field}, row {number}</source>
        <translation>{field}، السطر {number}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose the &amp;file…</source>
        <translation>اختر ال&amp;ملف…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>ا&amp;ستيراد</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>أُوقف. لم يتغيّر شيء.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Add files…</source>
        <translation>إضافة ملفات…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>إضافة مجلد…</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>إفراغ القائمة</translation>
    </message>
    <message>
        <source>Beyond the boxes…</source>
        <translation>خارج الحقول…</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>حفظ التقرير…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>جارٍ البحث عن الملفات</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>جارٍ الاستيراد</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Beyond the boxes</source>
        <translation>خارج الحقول</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>الملفات المراد استيرادها</translation>
    </message>
    <message>
        <source>Add files or folders here, or drop them on the window; then press Import.</source>
        <translation>أضف ملفات أو مجلدات هنا، أو اسحبها إلى النافذة، ثم اضغط استيراد.</translation>
    </message>
    <message>
        <source>Folder of declarations</source>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>There is no declaration in this folder.</source>
        <translation>لا بيان في هذا المجلد.</translation>
    </message>
    <message>
        <source>Files listed: {count}.</source>
        <translation>عدد الملفات المدرجة: {count}.</translation>
    </message>
    <message>
        <source>Imported: {done}. In the library already: {there}. Refused: {refused}.</source>
        <translation>استُورد: {done}. موجود في المكتبة: {there}. رُفض: {refused}.</translation>
    </message>
    <message>
        <source>Not begun: {count}.</source>
        <translation>لم يبدأ: {count}.</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>استُورد</translation>
    </message>
    <message>
        <source>in the library already</source>
        <translation>موجود في المكتبة</translation>
    </message>
</context>
<context>
    <name>ImporterBanner</name>
    <message>
        <source>Show them</source>
        <translation>إظهارها</translation>
    </message>
    <message numerus="yes">
        <source>%n open offence(s) of this importer.</source>
        <translation>
            <numerusform>لا مخالفات لهذا المستورد.</numerusform>
            <numerusform>مخالفة واحدة غير مسوّاة لهذا المستورد.</numerusform>
            <numerusform>مخالفتان غير مسوّاتين لهذا المستورد.</numerusform>
            <numerusform>%n مخالفات غير مسوّاة لهذا المستورد.</numerusform>
            <numerusform>%n مخالفةً غير مسوّاة لهذا المستورد.</numerusform>
            <numerusform>%n مخالفة غير مسوّاة لهذا المستورد.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} The latest, {day}: {what}</source>
        <translation>{count} آخرها بتاريخ {day}: {what}</translation>
    </message>
</context>
<context>
    <name>IncomingFiles</name>
    <message>
        <source>The picture copied</source>
        <translation>الصورة المنسوخة</translation>
    </message>
</context>
<context>
    <name>ItemModel</name>
    <message>
        <source>Pinned; the other items share the rest.</source>
        <translation>مثبَّت؛ تتقاسم البنود الأخرى الباقي.</translation>
    </message>
    <message>
        <source>Commodity code</source>
        <translation>رمز بند التعرفة</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Invoice value</source>
        <translation>قيمة الفاتورة</translation>
    </message>
    <message>
        <source>External freight</source>
        <translation>الشحن الخارجي</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>التأمين</translation>
    </message>
    <message>
        <source>Internal freight</source>
        <translation>الشحن الداخلي</translation>
    </message>
    <message>
        <source>Other costs</source>
        <translation>المصاريف الأخرى</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>الخصومات</translation>
    </message>
    <message>
        <source>Total costs</source>
        <translation>مجموع المصاريف</translation>
    </message>
    <message>
        <source>CIF value</source>
        <translation>القيمة &quot;سيف&quot;</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>تصحيح</translation>
    </message>
    <message>
        <source>Statistical value</source>
        <translation>القيمة الإحصائية</translation>
    </message>
    <message>
        <source>Gross mass</source>
        <translation>الوزن القائم</translation>
    </message>
    <message>
        <source>Net mass</source>
        <translation>الوزن الصافي</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>كلغ</translation>
    </message>
</context>
<context>
    <name>ItemRows</name>
    <message>
        <source>{title}: none yet. Press Ins to add a row.</source>
        <translation>{title}: لا يوجد شيء بعد. اضغط Ins لإضافة سطر.</translation>
    </message>
    <message>
        <source>Insert row</source>
        <translation>إدراج سطر</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>إزالة السطر</translation>
    </message>
</context>
<context>
    <name>ItemValuationTab</name>
    <message>
        <source>Item valuation</source>
        <translation>تقييم البنود</translation>
    </message>
    <message>
        <source>Item valuation notes</source>
        <translation>مذكرات تقييم البنود</translation>
    </message>
    <message>
        <source>No items yet. Add items on the SAD tab; their values are keyed there or here.</source>
        <translation>لا بنود بعد. أضف البنود في صفحة البيان؛ تُدخَل قيمها هناك أو هنا.</translation>
    </message>
    <message>
        <source>Totals of the items</source>
        <translation>مجاميع البنود</translation>
    </message>
    <message>
        <source>No apportionment: key the costs of each item; the valuation note adds them up.</source>
        <translation>لا تجزئة: أدخل مصاريف كل بند؛ تجمعها مذكرة التقييم.</translation>
    </message>
    <message>
        <source>Freight is apportioned by gross mass, the other costs by invoice value.</source>
        <translation>يُجزّأ الشحن بحسب الوزن القائم، وسائر المصاريف بحسب قيمة الفاتورة.</translation>
    </message>
    <message>
        <source>Costs are apportioned by invoice value.</source>
        <translation>تُجزّأ المصاريف بحسب قيمة الفاتورة.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Difference to the general segment</source>
        <translation>الفرق عن الجزء العام</translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>Element or attribute</source>
        <translation>العنصر أو السمة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>المرات</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>{file} says this beyond the boxes. It is kept, and Save XML writes it back where it stood.</source>
        <translation>يقول الملف {file} هذا خارج الحقول. البرنامج يحتفظ به، ويعيده «حفظ XML» إلى موضعه.</translation>
    </message>
    <message>
        <source>{file} says nothing beyond the boxes.</source>
        <translation>لا يقول الملف {file} شيئًا خارج الحقول.</translation>
    </message>
    <message>
        <source>Beyond the boxes</source>
        <translation>خارج الحقول</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>سمة</translation>
    </message>
    <message>
        <source>without a box here</source>
        <translation>لا حقل له هنا</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>general segment</source>
        <translation>الجزء العام</translation>
    </message>
    <message>
        <source>item {numbers}</source>
        <translation>البند {numbers}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>KeptRecords</name>
    <message>
        <source>The office keeps nothing that this box names.</source>
        <translation>لا يحفظ المكتب شيئًا مما يذكره هذا الحقل.</translation>
    </message>
    <message>
        <source>This box is empty: there is nothing to open.</source>
        <translation>هذا الحقل فارغ: لا شيء يُفتح.</translation>
    </message>
    <message>
        <source>The office does not keep {number}.</source>
        <translation>لا يحفظ المكتب {number}.</translation>
    </message>
</context>
<context>
    <name>KeptTicks</name>
    <message>
        <source>&amp;Amounts and exchange rates</source>
        <translation>ال&amp;مبالغ ومعدّلات التحويل</translation>
    </message>
    <message>
        <source>&amp;Masses, quantities and packages</source>
        <translation>ال&amp;أوزان والكميات والطرود</translation>
    </message>
    <message>
        <source>Taxes keyed by &amp;hand</source>
        <translation>الرسوم المدخلة &amp;يدويًا</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>In a box</source>
        <translation>داخل الحقل</translation>
    </message>
    <message>
        <source>Items and pages</source>
        <translation>البنود والصفحات</translation>
    </message>
    <message>
        <source>The declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Next box (Enter as well)</source>
        <translation>الحقل التالي (Enter أيضًا)</translation>
    </message>
    <message>
        <source>Previous box (Shift+Enter as well)</source>
        <translation>الحقل السابق (Shift+Enter أيضًا)</translation>
    </message>
    <message>
        <source>New line in a box of several lines</source>
        <translation>سطر جديد في حقل متعدد الأسطر</translation>
    </message>
    <message>
        <source>Find a code for the box</source>
        <translation>البحث عن رمز للحقل</translation>
    </message>
    <message>
        <source>Open the list of the box</source>
        <translation>فتح لائحة الحقل</translation>
    </message>
    <message>
        <source>Tick the box</source>
        <translation>تأشير الحقل</translation>
    </message>
    <message>
        <source>Digital document of the row</source>
        <translation>المستند الرقمي للسطر</translation>
    </message>
    <message>
        <source>Give up what was typed</source>
        <translation>ترك ما كُتِب</translation>
    </message>
    <message>
        <source>Explain the box</source>
        <translation>شرح الحقل</translation>
    </message>
    <message>
        <source>Open what the box names</source>
        <translation>فتح ما يذكره الحقل</translation>
    </message>
    <message>
        <source>Go to a box</source>
        <translation>الانتقال إلى حقل</translation>
    </message>
    <message>
        <source>Copy the box from the item before</source>
        <translation>نسخ الحقل من البند السابق</translation>
    </message>
    <message>
        <source>Take what is offered, go on</source>
        <translation>أخذ القيمة المعروضة والمتابعة</translation>
    </message>
    <message>
        <source>Take all offers of this page</source>
        <translation>أخذ كل القيم المعروضة في الصفحة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Copy the whole item before</source>
        <translation>نسخ البند السابق كاملًا</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>البند التالي</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>البند السابق</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Next part of the declaration</source>
        <translation>الجزء التالي من البيان</translation>
    </message>
    <message>
        <source>Previous part of the declaration</source>
        <translation>الجزء السابق من البيان</translation>
    </message>
    <message>
        <source>Add three items</source>
        <translation>إضافة 3 بنود</translation>
    </message>
    <message>
        <source>Delete the items of this page</source>
        <translation>حذف بنود هذه الصفحة</translation>
    </message>
    <message>
        <source>Delete the first item</source>
        <translation>حذف البند الأوّل</translation>
    </message>
    <message>
        <source>Delete the second item</source>
        <translation>حذف البند الثاني</translation>
    </message>
    <message>
        <source>Delete the third item</source>
        <translation>حذف البند الثالث</translation>
    </message>
    <message>
        <source>New declaration</source>
        <translation>بيان جديد</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>جديد من قالب</translation>
    </message>
    <message>
        <source>New from XML</source>
        <translation>جديد من XML</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Load XML</source>
        <translation>تحميل XML</translation>
    </message>
    <message>
        <source>Save XML</source>
        <translation>حفظ XML</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>حفظ قالبًا</translation>
    </message>
    <message>
        <source>What the file says beyond the boxes</source>
        <translation>ما يقوله الملف خارج الحقول</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print several</source>
        <translation>طباعة عدة بيانات</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Save the package (ZIP)</source>
        <translation>حفظ الحزمة (ZIP)</translation>
    </message>
    <message>
        <source>Save the package (PDF portfolio)</source>
        <translation>حفظ الحزمة (محفظة PDF)</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>إعادة الاحتساب</translation>
    </message>
    <message>
        <source>Compare the figures of the file with ours</source>
        <translation>مقارنة أرقام الملف بأرقامنا</translation>
    </message>
    <message>
        <source>Verify and show the findings</source>
        <translation>تدقيق وإظهار الملاحظات</translation>
    </message>
    <message>
        <source>Check price range</source>
        <translation>تدقيق مروحة أسعار التقييم</translation>
    </message>
    <message>
        <source>Check importer&apos;s offences</source>
        <translation>تدقيق مخالفات سابقة للمستورد</translation>
    </message>
    <message>
        <source>What does this regime need?</source>
        <translation>ماذا يلزم هذا الوضع؟</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Request payment</source>
        <translation>إرسال طلب دفع</translation>
    </message>
    <message>
        <source>Record the payment</source>
        <translation>تسجيل الدفع</translation>
    </message>
    <message>
        <source>Record the release</source>
        <translation>تسجيل الفسح</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Give the amendment up</source>
        <translation>التراجع عن التعديل</translation>
    </message>
    <message>
        <source>Cancel the declaration</source>
        <translation>إلغاء البيان</translation>
    </message>
    <message>
        <source>Begin a follow-up declaration</source>
        <translation>بدء بيان لاحق</translation>
    </message>
    <message>
        <source>Begin a dossier of advance cargo information</source>
        <translation>بدء ملف معلومات مسبقة عن الشحنة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>تفاصيل</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>عرض الإيصال</translation>
    </message>
    <message>
        <source>Track this declaration</source>
        <translation>تتبع هذا البيان</translation>
    </message>
    <message>
        <source>Close the declaration</source>
        <translation>إغلاق البيان</translation>
    </message>
    <message>
        <source>Search the document library</source>
        <translation>البحث في مكتبة المستندات</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>الجزء التالي من النافذة</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>الجزء السابق من النافذة</translation>
    </message>
    <message>
        <source>Next open declaration</source>
        <translation>البيان المفتوح التالي</translation>
    </message>
    <message>
        <source>Previous open declaration</source>
        <translation>البيان المفتوح السابق</translation>
    </message>
    <message>
        <source>Larger (Ctrl+wheel as well)</source>
        <translation>تكبير (Ctrl+العجلة أيضًا)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+wheel as well)</source>
        <translation>تصغير (Ctrl+العجلة أيضًا)</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>الحجم العادي</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>قفل المكتب</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Quick tour</source>
        <translation>جولة سريعة</translation>
    </message>
    <message>
        <source>Open a sample declaration</source>
        <translation>فتح بيان للتجربة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>الشركات</translation>
    </message>
    <message>
        <source>Manifests</source>
        <translation>المانيفست</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>القوالب</translation>
    </message>
    <message>
        <source>Declaration tracking</source>
        <translation>تتبع البيان</translation>
    </message>
    <message>
        <source>Payment requests</source>
        <translation>طلبات الدفع</translation>
    </message>
    <message>
        <source>Advance cargo information</source>
        <translation>المعلومات المسبقة عن الشحنات</translation>
    </message>
    <message>
        <source>Learn from past declarations</source>
        <translation>التعلّم من بيانات سابقة</translation>
    </message>
    <message>
        <source>Import and export files</source>
        <translation>استيراد الملفات وتصديرها</translation>
    </message>
    <message>
        <source>Usual prices</source>
        <translation>الأسعار المعتادة</translation>
    </message>
    <message>
        <source>Offences of importers</source>
        <translation>مخالفات المستوردين</translation>
    </message>
    <message>
        <source>Import licences</source>
        <translation>رخص الاستيراد</translation>
    </message>
    <message>
        <source>Guarantees and due dates</source>
        <translation>الضمانات والمواعيد</translation>
    </message>
    <message>
        <source>Guarantees</source>
        <translation>الضمانات</translation>
    </message>
    <message>
        <source>Tariff, code lists and exchange rates</source>
        <translation>التعرفة واللوائح ومعدّلات التحويل</translation>
    </message>
    <message>
        <source>Users and signing in</source>
        <translation>المستخدمون وتسجيل الدخول</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>ابحث عن أمر أو مفتاح</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>ب&amp;لا مفتاح</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>ال&amp;أصلي</translation>
    </message>
    <message>
        <source>{key} already means “{command}”.</source>
        <translation>{key} مستعمَل للأمر «{command}».</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>الأوامر ومفاتيحها</translation>
    </message>
    <message>
        <source>&amp;All defaults</source>
        <translation>ك&amp;ل المفاتيح الأصلية</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>غيّرتَه أنت</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>المفتاح:</translation>
    </message>
    <message>
        <source>Key of “{command}”</source>
        <translation>مفتاح «{command}»</translation>
    </message>
    <message>
        <source>This key belongs to the box itself and stays as it is.</source>
        <translation>هذا المفتاح خاص بالحقل نفسه ولا يتغيّر.</translation>
    </message>
</context>
<context>
    <name>LedgerForm</name>
    <message>
        <source>Save the line</source>
        <translation>حفظ السطر</translation>
    </message>
</context>
<context>
    <name>LedgerRoom</name>
    <message>
        <source>Find in the list</source>
        <translation>ابحث في اللائحة</translation>
    </message>
    <message>
        <source>In the place of the whole list</source>
        <translation>بدلًا من اللائحة كلها</translation>
    </message>
    <message>
        <source>Not charged yet</source>
        <translation>غير محمَّل بعد</translation>
    </message>
    <message>
        <source>New line (Ins)</source>
        <translation>سطر جديد (Ins)</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>إزالة (Del)</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>استيراد CSV…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>تصدير CSV…</translation>
    </message>
    <message>
        <source>What a file holds replaces every line of this list</source>
        <translation>يحلّ ما في الملف محل كل أسطر هذه اللائحة</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>أسطر اللائحة</translation>
    </message>
    <message>
        <source>No line of the list holds this. Try fewer letters.</source>
        <translation>لا سطر في اللائحة يحوي هذا. جرّب أحرفًا أقل.</translation>
    </message>
    <message>
        <source>No usual price is kept yet. Press Ins and key the first, or import a table. Until then the office&apos;s own assessed declarations say what is usual.</source>
        <translation>لم يُحفظ أي سعر معتاد بعد. اضغط Ins وأدخل الأول، أو استورد جدولًا. وحتى ذلك الحين تدلّ على المعتاد بيانات المكتب المصفّاة.</translation>
    </message>
    <message>
        <source>No offence is noted yet. Press Ins when customs reproach an importer with something: every declaration of that importer will say so.</source>
        <translation>لم تُدوَّن أي مخالفة بعد. اضغط Ins عندما تأخذ الجمارك شيئًا على مستورد: ويذكّر به كل بيان لذلك المستورد.</translation>
    </message>
    <message>
        <source>No licence is kept yet. Press Ins and key its number and what it grants: declarations are then compared with what is left of it.</source>
        <translation>لم تُحفظ أي رخصة بعد. اضغط Ins وأدخل رقمها وما تمنحه: فتُقارن البيانات بما بقي منها.</translation>
    </message>
    <message>
        <source>No guarantee is kept yet. Press Ins and key its number, amount and days: declarations under suspension are then charged to it.</source>
        <translation>لم يُحفظ أي ضمان بعد. اضغط Ins وأدخل رقمه ومبلغه وتاريخيه: فتُحمَّل عليه البيانات ذات الرسوم المعلّقة.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>أُزيل.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) taken.</source>
        <translation>
            <numerusform>لم يؤخذ أي سطر.</numerusform>
            <numerusform>أُخذ سطر واحد.</numerusform>
            <numerusform>أُخذ سطران.</numerusform>
            <numerusform>أُخذت %n أسطر.</numerusform>
            <numerusform>أُخذ %n سطرًا.</numerusform>
            <numerusform>أُخذ %n سطر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns left out: {names}.</source>
        <translation>أعمدة لم تُؤخذ: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was taken: %n line(s) have a problem.</source>
        <translation>
            <numerusform>لم يؤخذ شيء.</numerusform>
            <numerusform>لم يؤخذ شيء: في سطر واحد مشكلة.</numerusform>
            <numerusform>لم يؤخذ شيء: في سطرين مشكلة.</numerusform>
            <numerusform>لم يؤخذ شيء: في %n أسطر مشكلة.</numerusform>
            <numerusform>لم يؤخذ شيء: في %n سطرًا مشكلة.</numerusform>
            <numerusform>لم يؤخذ شيء: في %n سطر مشكلة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}, {field}: {reason}</source>
        <translation>السطر {line}، {field}: {reason}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>New declaration</source>
        <translation>بيان جديد</translation>
    </message>
    <message>
        <source>Reference, party, code or goods</source>
        <translation>مرجع أو طرف أو رمز أو بضاعة</translation>
    </message>
    <message>
        <source>Search the document library</source>
        <translation>البحث في مكتبة المستندات</translation>
    </message>
    <message>
        <source>Declarations found</source>
        <translation>البيانات الموجودة</translation>
    </message>
    <message>
        <source>No declaration holds {typed}. Try the beginning of a word.</source>
        <translation>لا بيان يحتوي على {typed}. جرّب بداية كلمة.</translation>
    </message>
    <message>
        <source>No declaration stands here.</source>
        <translation>لا بيانات هنا.</translation>
    </message>
    <message>
        <source>No declaration is stored yet. Begin a new one, or load one from XML.</source>
        <translation>لم يُحفَظ أي بيان بعد. ابدأ بيانًا جديدًا أو حمّل بيانًا من ملف XML.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>LibraryLines</name>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Stored on</source>
        <translation>تاريخ الحفظ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(بلا مرجع)</translation>
    </message>
    <message>
        <source>Items: {count}</source>
        <translation>البنود: {count}</translation>
    </message>
</context>
<context>
    <name>LifeCommands</name>
    <message>
        <source>The declaration is registered again under its number.</source>
        <translation>يُسجَّل البيان من جديد برقمه نفسه.</translation>
    </message>
    <message>
        <source>Key the number customs gave, or leave it empty for the office&apos;s own next one. Afterwards the declaration is changed by an amendment only.</source>
        <translation>أدخل الرقم الذي أعطته الجمارك، أو اتركه فارغًا ليُعطى رقم المكتب التالي. بعد ذلك لا يُغيَّر البيان إلا بتعديل.</translation>
    </message>
    <message>
        <source>Total {total}. The note, the rates and the law are kept as they are now; goods and bills are written off.</source>
        <translation>المجموع {total}. تُحفظ المذكرة والأسعار والقانون كما هي الآن، وتُشطب البضاعة وبوليصات الشحن.</translation>
    </message>
    <message>
        <source>Key the number and the date of the receipt.</source>
        <translation>أدخل رقم الإيصال وتاريخه.</translation>
    </message>
    <message>
        <source>The declaration is opened for keying under its number. What it wrote off is given back until it is assessed again.</source>
        <translation>يُفتح البيان للإدخال برقمه نفسه، ويُعاد ما شطبه إلى أن يُصفّى من جديد.</translation>
    </message>
    <message>
        <source>The declaration stays in the library as cancelled. What it wrote off is given back. This is not undone.</source>
        <translation>يبقى البيان في المكتبة ملغى، ويُعاد ما شطبه. لا رجوع عن ذلك.</translation>
    </message>
    <message>
        <source>The declaration stands at: {status}.</source>
        <translation>حالة البيان الآن: {status}.</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>Receipt number: {text}. Press it to see the receipt.</source>
        <translation>رقم الإيصال: {text}. اضغطه لعرض الإيصال.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>Tariff</source>
        <translation>التعرفة</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>معدّلات التحويل</translation>
    </message>
    <message>
        <source>Chapters and headings</source>
        <translation>الفصول والبنود الرئيسية</translation>
    </message>
    <message>
        <source>Sections of the tariff</source>
        <translation>أقسام التعرفة</translation>
    </message>
    <message>
        <source>Successors of ended tariff lines</source>
        <translation>البنود البديلة للبنود المنتهية</translation>
    </message>
    <message>
        <source>Specification codes</source>
        <translation>رموز التخصيص الإضافية</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>الأفضليات</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>البلدان</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>العملات</translation>
    </message>
    <message>
        <source>Customs offices</source>
        <translation>المكاتب الجمركية</translation>
    </message>
    <message>
        <source>Ports and places</source>
        <translation>الموانئ والأماكن</translation>
    </message>
    <message>
        <source>Locations of goods</source>
        <translation>مواضع البضائع</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>المستودعات</translation>
    </message>
    <message>
        <source>Declaration models</source>
        <translation>نماذج البيانات</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>الأوضاع الجمركية</translation>
    </message>
    <message>
        <source>Extended procedure codes</source>
        <translation>رموز الأوضاع التفصيلية</translation>
    </message>
    <message>
        <source>Modes of transport</source>
        <translation>وسائط النقل</translation>
    </message>
    <message>
        <source>Units of measure</source>
        <translation>وحدات القياس</translation>
    </message>
    <message>
        <source>Kinds of packages</source>
        <translation>أنواع الطرود</translation>
    </message>
    <message>
        <source>Attached documents</source>
        <translation>المستندات المرفقة</translation>
    </message>
    <message>
        <source>Delivery terms</source>
        <translation>شروط التسليم</translation>
    </message>
    <message>
        <source>Payment terms</source>
        <translation>شروط الدفع</translation>
    </message>
    <message>
        <source>Nature of transaction</source>
        <translation>طبيعة العملية</translation>
    </message>
    <message>
        <source>Valuation methods</source>
        <translation>رموز التقييم</translation>
    </message>
    <message>
        <source>Apportionment of costs</source>
        <translation>تجزئة التكاليف</translation>
    </message>
    <message>
        <source>Banks</source>
        <translation>المصارف</translation>
    </message>
    <message>
        <source>Accounts at customs</source>
        <translation>الحسابات لدى الجمارك</translation>
    </message>
    <message>
        <source>Classes of amounts on receipts</source>
        <translation>تصنيفات مبالغ الإيصالات</translation>
    </message>
</context>
<context>
    <name>ListColumns</name>
    <message>
        <source>Column</source>
        <translation>العمود</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>يمثّل</translation>
    </message>
    <message>
        <source>Its first cells</source>
        <translation>خلاياه الأولى</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>العمود {number}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>مستبعد</translation>
    </message>
    <message>
        <source>Rate of {currency}</source>
        <translation>معدّل {currency}</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ListImport</name>
    <message>
        <source>The headings again.</source>
        <translation>العناوين مكررة.</translation>
    </message>
    <message>
        <source>The row has no rate.</source>
        <translation>لا معدّل في الصف.</translation>
    </message>
    <message>
        <source>No rate of {codes}.</source>
        <translation>لا معدّل للرموز {codes}.</translation>
    </message>
    <message>
        <source>There is no code.</source>
        <translation>لا رمز في الصف.</translation>
    </message>
    <message>
        <source>{code} is not in the list of currencies.</source>
        <translation>{code} ليس في لائحة العملات.</translation>
    </message>
    <message>
        <source>{written} is no day.</source>
        <translation>{written} ليس تاريخًا.</translation>
    </message>
    <message>
        <source>{code} is the national currency.</source>
        <translation>{code} هي العملة الوطنية.</translation>
    </message>
    <message>
        <source>{code} has a fixed rate: a cross rate does not replace it.</source>
        <translation>للعملة {code} معدّل ثابت لا يحل محلّه معدّل محسوب.</translation>
    </message>
    <message>
        <source>The table does not say what {pivot} is in {national} on {day}, and no rate of that day is kept.</source>
        <translation>لا يذكر الجدول قيمة {pivot} بعملة {national} في {day}، ولا معدّل محفوظ لذلك اليوم.</translation>
    </message>
    <message>
        <source>The rate of {code} is not above zero.</source>
        <translation>معدّل {code} ليس أكبر من صفر.</translation>
    </message>
    <message>
        <source>The same as row {row}.</source>
        <translation>مطابق للصف {row}.</translation>
    </message>
    <message>
        <source>{code} stands in row {row} already, otherwise.</source>
        <translation>سبق ورود {code} في الصف {row} بصورة مختلفة.</translation>
    </message>
    <message>
        <source>{written} may be a thousand times more: write it with a point.</source>
        <translation>قد تعني {written} ألف ضعف: اكتبها بنقطة عشرية.</translation>
    </message>
    <message>
        <source>The rate {written} is not understood.</source>
        <translation>المعدّل {written} غير مفهوم.</translation>
    </message>
    <message>
        <source>{written} is no number of units.</source>
        <translation>{written} ليس عدد وحدات.</translation>
    </message>
    <message>
        <source>{code} has no name.</source>
        <translation>ليس للرمز {code} اسم.</translation>
    </message>
    <message>
        <source>{code} ends before it is in force.</source>
        <translation>ينتهي {code} قبل أن يسري.</translation>
    </message>
    <message>
        <source>A title between the rows.</source>
        <translation>عنوان بين الصفوف.</translation>
    </message>
    <message>
        <source>{code} is too long for a code.</source>
        <translation>{code} أطول من أن يكون رمزًا.</translation>
    </message>
    <message>
        <source>A rate needs a number above zero and its first day.</source>
        <translation>يحتاج المعدّل إلى عدد أكبر من صفر ويومه الأول.</translation>
    </message>
    <message>
        <source>{code} is no tariff code.</source>
        <translation>{code} ليس رمزًا من التعرفة.</translation>
    </message>
    <message>
        <source>{written} is neither yes nor no.</source>
        <translation>{written} ليس نعم ولا لا.</translation>
    </message>
    <message>
        <source>{written} may be a percentage or a fraction: write its sign.</source>
        <translation>قد تكون {written} نسبة مئوية أو كسرًا: اكتب علامة النسبة.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>الاسم طويل جدًا.</translation>
    </message>
    <message>
        <source>There is no number of a bill here.</source>
        <translation>لا رقم بوليصة هنا.</translation>
    </message>
    <message>
        <source>Bill {bill}: {text} is no number.</source>
        <translation>البوليصة {bill}: {text} ليس رقمًا.</translation>
    </message>
    <message>
        <source>Bill {bill} stands in row {first} already, with other packages or mass.</source>
        <translation>البوليصة {bill} واردة في السطر {first} بطرود أو وزن آخر.</translation>
    </message>
    <message>
        <source>Bill {bill} stands in row {first} already: its packages and mass count once.</source>
        <translation>البوليصة {bill} واردة في السطر {first}: تُحسب طرودها ووزنها مرة واحدة.</translation>
    </message>
    <message>
        <source>The date {text} is not understood; it was left out.</source>
        <translation>التاريخ {text} غير مفهوم؛ تُرك.</translation>
    </message>
    <message>
        <source>Bill {bill} has several goods with other packages or mass; key it yourself.</source>
        <translation>للبوليصة {bill} بضائع عدة بطرود أو وزن مختلف؛ أدخلها بنفسك.</translation>
    </message>
    <message>
        <source>There is no heading and no description here: it is no line of goods.</source>
        <translation>لا بند ولا وصف هنا: ليس سطر بضاعة.</translation>
    </message>
    <message>
        <source>Column {column}: {text} is not understood.</source>
        <translation>العمود {column}: لم يُفهم {text}.</translation>
    </message>
    <message>
        <source>Heading {text} has not {count} digits.</source>
        <translation>البند {text} لا يتكون من {count} أرقام.</translation>
    </message>
    <message>
        <source>A dossier has {count} lines at most.</source>
        <translation>للملف {count} سطر على الأكثر.</translation>
    </message>
</context>
<context>
    <name>ListImportDialog</name>
    <message>
        <source>Import: {title}</source>
        <translation>استيراد: {title}</translation>
    </message>
    <message>
        <source>CSV, XLSX or JSON; a table may be pasted, too.</source>
        <translation>CSV أو XLSX أو JSON؛ ويمكن لصق جدول أيضًا.</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>تجري القراءة</translation>
    </message>
    <message>
        <source>Pasted on {day}</source>
        <translation>ملصوق في {day}</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>تجري المقارنة</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>يجري الاستيراد</translation>
    </message>
    <message>
        <source>Key the first day as day/month/year, or leave it blank.</source>
        <translation>أدخل اليوم الأول بصورة يوم/شهر/سنة أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>Rows: {rows}; read: {imported}, with faults: {faults}, passed over: {passed}. Entries new: {new}, changed: {changed}, ended: {ended}, as before: {same}.</source>
        <translation>الصفوف: {rows}؛ المقروءة: {imported}، الخاطئة: {faults}، المتجاوَزة: {passed}. القيود الجديدة: {new}، المتغيّرة: {changed}، المنتهية: {ended}، كما كانت: {same}.</translation>
    </message>
    <message>
        <source>Correct the rows with faults, or tick that they are left out.</source>
        <translation>صحّح الصفوف الخاطئة أو أشّر على استبعادها.</translation>
    </message>
    <message>
        <source>Imported from {name}: {count} rows.</source>
        <translation>استورد من {name}: {count} صف.</translation>
    </message>
    <message>
        <source>the name of the file</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>يُعرف تلقائيًا</translation>
    </message>
    <message>
        <source>The file is the &amp;whole list: what it leaves out ends today</source>
        <translation>الملف هو اللائحة &amp;كاملة: ما لا يذكره ينتهي اليوم</translation>
    </message>
    <message>
        <source>&amp;Leave out the rows with faults</source>
        <translation>ا&amp;ستبعد الصفوف الخاطئة</translation>
    </message>
    <message>
        <source>In &amp;force from</source>
        <translation>ي&amp;سري من</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>ال&amp;مصدر</translation>
    </message>
    <message>
        <source>L&amp;etters of the file</source>
        <translation>&amp;ترميز الملف</translation>
    </message>
    <message>
        <source>Each rate is for so many &amp;units</source>
        <translation>كل معدّل لعدد &amp;وحدات</translation>
    </message>
    <message>
        <source>&amp;Quoted in money of this for one unit</source>
        <translation>مسعّر مقابل وحدة من ال&amp;عملة</translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>Also found by</source>
        <translation>يُبحث عنه أيضًا بـ</translation>
    </message>
    <message>
        <source>Three letters</source>
        <translation>ثلاثة أحرف</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المادة</translation>
    </message>
    <message>
        <source>Bulk</source>
        <translation>صبّ</translation>
    </message>
    <message>
        <source>Successors</source>
        <translation>البنود البديلة</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Costs in the price</source>
        <translation>التكاليف المشمولة في السعر</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>المنازل العشرية</translation>
    </message>
    <message>
        <source>Documents demanded</source>
        <translation>المستندات المطلوبة</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Exempt taxes</source>
        <translation>الرسوم المعفاة</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>المعامل</translation>
    </message>
    <message>
        <source>Import or export</source>
        <translation>استيراد أو تصدير</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الضمان</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>الأنواع</translation>
    </message>
    <message>
        <source>Tariff lines</source>
        <translation>بنود التعرفة</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Modes of transport</source>
        <translation>وسائط النقل</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Multiple of</source>
        <translation>مضاعف لـ</translation>
    </message>
    <message>
        <source>Customs office</source>
        <translation>المكتب الجمركي</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>بلدان المنشأ</translation>
    </message>
    <message>
        <source>For so many units</source>
        <translation>لكل عدد من الوحدات</translation>
    </message>
    <message>
        <source>Previous procedures</source>
        <translation>الأوضاع السابقة</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>الأوضاع</translation>
    </message>
    <message>
        <source>Prohibited</source>
        <translation>ممنوع</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدّل</translation>
    </message>
    <message>
        <source>Restricted by</source>
        <translation>الجهة المقيِّدة</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Same as</source>
        <translation>مرادف لـ</translation>
    </message>
    <message>
        <source>By sea only</source>
        <translation>بالبحر فقط</translation>
    </message>
    <message>
        <source>Specification codes</source>
        <translation>رموز التخصيص الإضافية</translation>
    </message>
    <message>
        <source>Suspends</source>
        <translation>يعلّق الرسوم</translation>
    </message>
    <message>
        <source>Amounts taken in</source>
        <translation>المبالغ التي يشملها</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>الوحدات</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>المستودع</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>يسري من</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>انتهى في</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Rate of {tax}</source>
        <translation>معدّل {tax}</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>البوليصة</translation>
    </message>
    <message>
        <source>Master bill</source>
        <translation>البوليصة الرئيسية</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Kind of packages</source>
        <translation>نوع الطرود</translation>
    </message>
    <message>
        <source>Tariff heading</source>
        <translation>البند الجمركي</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Standard code (GS1)</source>
        <translation>الكود القياسي (GS1)</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>رقم القطعة</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Gross mass</source>
        <translation>الوزن القائم</translation>
    </message>
    <message>
        <source>Net mass</source>
        <translation>الوزن الصافي</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>الثمن</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>Consignee No.</source>
        <translation>رقم المرسَل إليه</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>الشاحن</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>جهة الإشعار</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Loaded at</source>
        <translation>مكان التحميل</translation>
    </message>
    <message>
        <source>Unloaded at</source>
        <translation>مكان التفريغ</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>الحاوية</translation>
    </message>
    <message>
        <source>Type of container</source>
        <translation>طراز الحاوية</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>الأختام</translation>
    </message>
</context>
<context>
    <name>ListResults</name>
    <message>
        <source>fault</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>متجاوَز</translation>
    </message>
    <message>
        <source>note</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>حتى الآن</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>من الآن</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>متغيّر</translation>
    </message>
    <message>
        <source>Rows with remarks: {count}</source>
        <translation>صفوف عليها ملاحظات: {count}</translation>
    </message>
    <message>
        <source>Changes: {count}</source>
        <translation>التغييرات: {count}</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
</context>
<context>
    <name>ListsModel</name>
    <message>
        <source>added</source>
        <translation>أضيف</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>عُدّل</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>أُنهي</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>استورد</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>المعدّلات</translation>
    </message>
    <message>
        <source>Rate for one</source>
        <translation>معدّل الوحدة</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
</context>
<context>
    <name>ListsRoom</name>
    <message>
        <source>Lists</source>
        <translation>اللوائح</translation>
    </message>
    <message>
        <source>Code, or words in Arabic or English</source>
        <translation>الرمز، أو كلمات بالعربية أو الإنجليزية</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>البحث في اللائحة</translation>
    </message>
    <message>
        <source>&amp;Ended too</source>
        <translation>المن&amp;تهية أيضًا</translation>
    </message>
    <message>
        <source>Searching the list</source>
        <translation>البحث في القائمة</translation>
    </message>
    <message>
        <source>A new entry: key it and save.</source>
        <translation>قيد جديد: أدخله ثم احفظه.</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>كتابة القائمة</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>كُتب: {path}</translation>
    </message>
    <message>
        <source>No entry of this list is like this. Try fewer letters.</source>
        <translation>لا قيد في هذه اللائحة يشبه هذا. جرّب أحرفًا أقل.</translation>
    </message>
    <message>
        <source>This list is empty. Key its first entry below, or import a file.</source>
        <translation>هذه اللائحة فارغة. أدخل قيدها الأول أدناه، أو استورد ملفًا.</translation>
    </message>
    <message>
        <source>The first {count} entries are shown: type more to narrow them.</source>
        <translation>تُعرض أول {count} قيد: اكتب المزيد لتضييقها.</translation>
    </message>
    <message>
        <source>Entries: {count}</source>
        <translation>القيود: {count}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Making the lists ready</source>
        <translation>تجهيز القوائم</translation>
    </message>
    <message>
        <source>The new entry</source>
        <translation>القيد الجديد</translation>
    </message>
    <message>
        <source>{name} has changes: save them or give them up first.</source>
        <translation>في {name} تغييرات: احفظها أو تراجع عنها أولًا.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>History of the code</source>
        <translation>تاريخ الرمز</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>استورد</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>ا&amp;ستيراد…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>القيد</translation>
    </message>
</context>
<context>
    <name>LossesDialog</name>
    <message>
        <source>Box</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ما يحدث</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>What may be missing</source>
        <translation>ما قد ينقص</translation>
    </message>
    <message>
        <source>These texts do not arrive whole at customs. Shorten them, or write the file as it is; the declaration here stays complete either way.</source>
        <translation>لا تصل هذه النصوص كاملة إلى الجمارك. اختصرها، أو اكتب الملف كما هو؛ ويبقى البيان هنا كاملًا في الحالتين.</translation>
    </message>
    <message>
        <source>Not everything fits into the file</source>
        <translation>لا يتسع الملف لكل شيء</translation>
    </message>
    <message>
        <source>{count} characters, customs takes {limit}</source>
        <translation>عدد الأحرف {count}، وتقبل الجمارك {limit}</translation>
    </message>
    <message>
        <source>the format has no place for it</source>
        <translation>لا موضع له في هذا النوع من الملفات</translation>
    </message>
    <message>
        <source>letters no file can hold are left out</source>
        <translation>تُحذف أحرف لا يحملها أي ملف</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Document library</source>
        <translation>مكتبة المستندات</translation>
    </message>
    <message>
        <source>Running assessment</source>
        <translation>التصفية الجارية</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>ملاحظات التدقيق</translation>
    </message>
    <message>
        <source>Declaration toolbar</source>
        <translation>شريط أدوات البيان الجمركي</translation>
    </message>
</context>
<context>
    <name>ManifestButtons</name>
    <message>
        <source>&amp;Save</source>
        <translation>ح&amp;فظ</translation>
    </message>
    <message>
        <source>&amp;Give up changes</source>
        <translation>الت&amp;راجع عن التعديلات</translation>
    </message>
    <message>
        <source>New &amp;bill</source>
        <translation>&amp;بوليصة جديدة</translation>
    </message>
    <message>
        <source>&amp;New voyage</source>
        <translation>رحلة جدي&amp;دة</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>ا&amp;ستيراد…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;حذف…</translation>
    </message>
    <message>
        <source>Delete for g&amp;ood</source>
        <translation>حذف نها&amp;ئي</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Back to the vo&amp;yage</source>
        <translation>ال&amp;عودة إلى الرحلة</translation>
    </message>
</context>
<context>
    <name>ManifestCriteria</name>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>ManifestEditor</name>
    <message>
        <source>Voyage</source>
        <translation>الرحلة</translation>
    </message>
    <message>
        <source>Customs office</source>
        <translation>مكتب الجمارك</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>المغادرة</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>السفينة</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>العلم</translation>
    </message>
    <message>
        <source>Mode of transport</source>
        <translation>طريقة النقل</translation>
    </message>
    <message>
        <source>Carrier&apos;s code</source>
        <translation>رمز الناقل</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>الناقل</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>ManifestImportDialog</name>
    <message>
        <source>Import a manifest</source>
        <translation>استيراد مانيفست</translation>
    </message>
    <message>
        <source>The XML of a manifest, or bills as CSV or XLSX.</source>
        <translation>ملف XML لمانيفست، أو بوليصات في CSV أو XLSX.</translation>
    </message>
    <message>
        <source>&amp;Leave out the bills with faults</source>
        <translation>&amp;ترك البوليصات ذات الأخطاء</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>A table has bills only: choose or key their voyage first.</source>
        <translation>في الجدول بوليصات فقط: اختر رحلتها أو أدخلها أولًا.</translation>
    </message>
    <message>
        <source>Import bills into voyage {voyage}</source>
        <translation>استيراد بوليصات إلى الرحلة {voyage}</translation>
    </message>
    <message>
        <source>Voyage {voyage} is kept already.</source>
        <translation>الرحلة {voyage} محفوظة.</translation>
    </message>
    <message>
        <source>Voyage {voyage} is new.</source>
        <translation>الرحلة {voyage} جديدة.</translation>
    </message>
    <message>
        <source>Bills new: {new}, changed: {changed}, as before: {same}, faulty: {faults}.</source>
        <translation>البوليصات الجديدة: {new}، المعدّلة: {changed}، كما كانت: {same}، ذات الأخطاء: {faults}.</translation>
    </message>
</context>
<context>
    <name>ManifestsList</name>
    <message>
        <source>Voyage or vessel</source>
        <translation>رحلة أو سفينة</translation>
    </message>
    <message>
        <source>Search voyages</source>
        <translation>البحث عن الرحلات</translation>
    </message>
    <message>
        <source>No voyage is like this. Try fewer letters, or empty the dates.</source>
        <translation>لا رحلة تشبه هذا. جرّب أحرفًا أقل، أو أفرغ التاريخين.</translation>
    </message>
    <message>
        <source>No voyage is kept yet. Key the first one beside this list and save it, or import the file of a carrier.</source>
        <translation>لم تُحفظ أي رحلة بعد. أدخل الأولى بجانب هذه القائمة واحفظها، أو استورد ملف الناقل.</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>الرحلة</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>السفينة</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>البوليصات</translation>
    </message>
    <message>
        <source>Voyages</source>
        <translation>الرحلات</translation>
    </message>
</context>
<context>
    <name>ManifestsRoom</name>
    <message>
        <source>A new voyage: key it and save.</source>
        <translation>رحلة جديدة: أدخلها واحفظها.</translation>
    </message>
    <message>
        <source>A new bill of voyage {voyage}: key it and save.</source>
        <translation>بوليصة جديدة في الرحلة {voyage}: أدخلها واحفظها.</translation>
    </message>
    <message>
        <source>Delete voyage {name} with all its bills?</source>
        <translation>هل تُحذف الرحلة {name} بكل بوليصاتها؟</translation>
    </message>
    <message>
        <source>Delete bill {name}?</source>
        <translation>هل تُحذف البوليصة {name}؟</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>حُذفت.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظت.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>استُورد.</translation>
    </message>
    <message>
        <source>{name} has changes: save them or give them up first.</source>
        <translation>في {name} تعديلات: احفظها أو تراجع عنها أولًا.</translation>
    </message>
    <message>
        <source>The new bill</source>
        <translation>البوليصة الجديدة</translation>
    </message>
    <message>
        <source>The new voyage</source>
        <translation>الرحلة الجديدة</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Example:</source>
        <translation>مثال:</translation>
    </message>
    <message>
        <source>On the Arabic form:</source>
        <translation>على النموذج الإنجليزي:</translation>
    </message>
    <message>
        <source>The finder searches its list:</source>
        <translation>يبحث الباحث في لائحته:</translation>
    </message>
    <message>
        <source>Error: it stops the declaration.</source>
        <translation>خطأ: يوقف البيان.</translation>
    </message>
    <message>
        <source>Warning: look at it before you go on.</source>
        <translation>تحذير: انظر فيه قبل المتابعة.</translation>
    </message>
    <message>
        <source>Information: nothing has to be done.</source>
        <translation>معلومة: لا يلزم عمل شيء.</translation>
    </message>
    <message>
        <source>Box {box}.</source>
        <translation>الحقل {box}.</translation>
    </message>
    <message>
        <source>The finding says, for example:</source>
        <translation>تقول الملاحظة مثلًا:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>ما يجب عمله:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
</context>
<context>
    <name>ManualReader</name>
    <message>
        <source>Page of the manual</source>
        <translation>صفحة الدليل</translation>
    </message>
</context>
<context>
    <name>ManualRoom</name>
    <message>
        <source>Search the manual</source>
        <translation>البحث في الدليل</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;تقدّم</translation>
    </message>
    <message>
        <source>Save as &amp;PDF</source>
        <translation>حفظ بصيغة &amp;PDF</translation>
    </message>
    <message>
        <source>Contents of the manual</source>
        <translation>محتويات الدليل</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found.</source>
        <translation>
            <numerusform>لا مواضع.</numerusform>
            <numerusform>موضع واحد.</numerusform>
            <numerusform>موضعان.</numerusform>
            <numerusform>%n مواضع.</numerusform>
            <numerusform>%n موضعًا.</numerusform>
            <numerusform>%n موضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>The manual says nothing of that; try another word.</source>
        <translation>لا شيء عن ذلك في الدليل؛ جرّب كلمة أخرى.</translation>
    </message>
    <message>
        <source>SAD Desktop manual.pdf</source>
        <translation>دليل SAD Desktop.pdf</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>حُفظ باسم {name}.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Declaration</source>
        <translation>&amp;البيان</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Items</source>
        <translation>ال&amp;بنود</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>التد&amp;قيق</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>الم&amp;كتب</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;مساعدة</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>The password needs: {parts}.</source>
        <translation>يلزم في كلمة المرور: {parts}.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>كلمتا المرور مختلفتان.</translation>
    </message>
</context>
<context>
    <name>NoAdvanceCargoRoom</name>
    <message>
        <source>The country of this desk asks no advance cargo information. Egypt does: choose its profile in the settings.</source>
        <translation>لا يطلب بلد هذا المكتب معلومات مسبقة عن الشحنات. تطلبها مصر: اختر إعداداتها في الإعدادات.</translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message>
        <source>Serial letter</source>
        <translation>حرف التسلسل</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>empty: the office&apos;s own next number</source>
        <translation>فارغ: رقم المكتب التالي</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>This is not understood: {text}</source>
        <translation>هذا غير مفهوم: {text}</translation>
    </message>
    <message>
        <source>Give the date.</source>
        <translation>أدخل التاريخ.</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>as in {times} of {total} declarations of this importer from this supplier</source>
        <translation>كما في {times} من أصل {total} من بيانات هذا المستورد من هذا المورّد</translation>
    </message>
    <message>
        <source>as in {times} of {total} declarations of this importer</source>
        <translation>كما في {times} من أصل {total} من بيانات هذا المستورد</translation>
    </message>
    <message>
        <source>as in {times} of {total} declarations of this importer with these goods</source>
        <translation>كما في {times} من أصل {total} من بيانات هذا المستورد لهذه البضاعة</translation>
    </message>
    <message>
        <source>as in {times} of {total} declarations of this importer with this commodity code</source>
        <translation>كما في {times} من أصل {total} من بيانات هذا المستورد لرمز التعرفة هذا</translation>
    </message>
    <message>
        <source>as in {times} of {total} declarations of this importer learned from files</source>
        <translation>كما في {times} من أصل {total} من بيانات هذا المستورد المأخوذة من ملفات</translation>
    </message>
    <message>
        <source>by the table of usual prices</source>
        <translation>بحسب جدول الأسعار المعتادة</translation>
    </message>
    <message>
        <source>in {count} cases of this importer</source>
        <translation>في {count} من حالات هذا المستورد</translation>
    </message>
    <message>
        <source>in {count} declarations of the office</source>
        <translation>في {count} من بيانات المكتب</translation>
    </message>
    <message>
        <source>{said}, last on {day}</source>
        <translation>{said}، آخرها في {day}</translation>
    </message>
    <message>
        <source>Offered: {value}, {said}.</source>
        <translation>معروض: {value}، {said}.</translation>
    </message>
    <message>
        <source>{key} takes it.</source>
        <translation>يأخذه {key}.</translation>
    </message>
    <message>
        <source>{times} of {total}</source>
        <translation>{times} من {total}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Usual for this importer: {documents}.</source>
        <translation>المعتاد لهذا المستورد: {documents}.</translation>
    </message>
    <message>
        <source>Usual value of 1 {unit}: {least} to {most} {currency}, {said}.</source>
        <translation>القيمة المعتادة لوحدة {unit}: من {least} إلى {most} {currency}، {said}.</translation>
    </message>
</context>
<context>
    <name>OfferCommands</name>
    <message>
        <source>No document is offered for this item.</source>
        <translation>لا مستند معروض لهذا البند.</translation>
    </message>
    <message>
        <source>Nothing is offered for this box.</source>
        <translation>لا شيء معروض لهذا الحقل.</translation>
    </message>
    <message>
        <source>Take all offers of this page</source>
        <translation>أخذ كل القيم المعروضة في الصفحة</translation>
    </message>
    <message>
        <source>Nothing is offered on this page.</source>
        <translation>لا شيء معروض في هذه الصفحة.</translation>
    </message>
    <message>
        <source>Offers taken: {count}; undo brings them back.</source>
        <translation>القيم المأخوذة: {count}؛ والتراجع يعيدها.</translation>
    </message>
</context>
<context>
    <name>OfficeChecks</name>
    <message>
        <source>Key the importer&apos;s code in box 8 first.</source>
        <translation>أدخل رمز المستورد في الحقل 8 أولًا.</translation>
    </message>
    <message>
        <source>Key the procedure in box 37 first; the law names no regime for it yet.</source>
        <translation>أدخل الوضع في الحقل 37 أولًا؛ لا يحدد القانون له وضعًا بعد.</translation>
    </message>
</context>
<context>
    <name>OfficeLists</name>
    <message>
        <source>Licence until</source>
        <translation>الرخصة لغاية</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>المغادرة</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>المكتب</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>البوليصات</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>السفينة</translation>
    </message>
    <message>
        <source>Voyage</source>
        <translation>الرحلة</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Gross kg</source>
        <translation>القائم كلغ</translation>
    </message>
    <message>
        <source>kg left</source>
        <translation>كلغ باقية</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>البوليصة</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>المستورد</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>الفاتورة</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالح حتى</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>المصدِّر</translation>
    </message>
</context>
<context>
    <name>OpenedDeclarations</name>
    <message>
        <source>Recovered</source>
        <translation>مسترجَع</translation>
    </message>
    <message>
        <source>Open the office&apos;s version</source>
        <translation>فتح نسخة المكتب</translation>
    </message>
    <message>
        <source>{title}, the office&apos;s version</source>
        <translation>{title}، نسخة المكتب</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>Stored</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>سُجّل</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>صُفّي</translation>
    </message>
    <message>
        <source>Payment requested</source>
        <translation>طُلب الدفع</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>دُفعت رسومه</translation>
    </message>
    <message>
        <source>Deposits paid</source>
        <translation>سُدّدت التأمينات</translation>
    </message>
    <message>
        <source>Payment request rejected</source>
        <translation>رُفض طلب الدفع</translation>
    </message>
    <message>
        <source>Receipt voided</source>
        <translation>أُلغي الإيصال</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>فُسحت بضاعته</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Opened for an amendment</source>
        <translation>فُتح للتعديل</translation>
    </message>
    <message>
        <source>Amendment given up</source>
        <translation>تُرجع عن التعديل</translation>
    </message>
    <message>
        <source>Stage at customs</source>
        <translation>مرحلة لدى الجمارك</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Item 1</source>
        <translation>البند 1</translation>
    </message>
    <message>
        <source>Item {number}</source>
        <translation>البند {number}</translation>
    </message>
    <message>
        <source>Items {first}-{last}</source>
        <translation>البنود {first}-{last}</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Pages as they are printed</source>
        <translation>الصفحات كما تُطبع</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>The declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Valuation notes</source>
        <translation>مذكرات التقييم</translation>
    </message>
    <message>
        <source>Valuation note, general segment</source>
        <translation>مذكرة التقييم (الجزء العام)</translation>
    </message>
    <message>
        <source>Valuation note, items</source>
        <translation>مذكرة التقييم (البنود)</translation>
    </message>
    <message>
        <source>Assessment note</source>
        <translation>مذكّرة التصفية</translation>
    </message>
    <message>
        <source>Documents and containers</source>
        <translation>المستندات والحاويات</translation>
    </message>
    <message>
        <source>Container list</source>
        <translation>لائحة الحاويات</translation>
    </message>
    <message>
        <source>Cost estimate for the client</source>
        <translation>تقدير الكلفة للعميل</translation>
    </message>
    <message>
        <source>Everything but the estimate</source>
        <translation>كل شيء عدا التقدير</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>اللغتان معًا</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>ما يُطبع</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>لغة الورق</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>وجه واحد</translation>
    </message>
    <message>
        <source>Both sides, turned at the long edge</source>
        <translation>وجهان، قلب على الحافة الطويلة</translation>
    </message>
    <message>
        <source>Both sides, turned at the short edge</source>
        <translation>وجهان، قلب على الحافة القصيرة</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>PastModel</name>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>The code since then</source>
        <translation>الرمز منذ ذلك</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>مرفق بالبرنامج</translation>
    </message>
</context>
<context>
    <name>PaymentBar</name>
    <message>
        <source>Request, declaration, receipt or company</source>
        <translation>طلب أو بيان أو إيصال أو شركة</translation>
    </message>
    <message>
        <source>Search payment requests</source>
        <translation>بحث في طلبات الدفع</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>يوم/شهر/سنة</translation>
    </message>
</context>
<context>
    <name>PaymentCommands</name>
    <message>
        <source>Payment request {number} is here: {amount} for {declaration}.</source>
        <translation>طلب الدفع {number} هنا: {amount} عن البيان {declaration}.</translation>
    </message>
    <message>
        <source>No receipt is kept under this number: the payment was recorded without a request.</source>
        <translation>لا إيصال محفوظ بهذا الرقم: سُجّل السداد بلا طلب دفع.</translation>
    </message>
</context>
<context>
    <name>PaymentDetail</name>
    <message>
        <source>What</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>What the request tells</source>
        <translation>تفاصيل الطلب</translation>
    </message>
    <message>
        <source>Class of the amount</source>
        <translation>تصنيف المبلغ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Amount by class</source>
        <translation>المبلغ بحسب التصنيف</translation>
    </message>
    <message>
        <source>Pay…</source>
        <translation>ادفع…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>ارفض…</translation>
    </message>
    <message>
        <source>Void the receipt…</source>
        <translation>ألغِ الإيصال…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>اطبع…</translation>
    </message>
    <message>
        <source>Open the declaration</source>
        <translation>افتح البيان</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
</context>
<context>
    <name>PaymentPrintDialog</name>
    <message>
        <source>Print {number}</source>
        <translation>طباعة {number}</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>ما يُطبع</translation>
    </message>
    <message>
        <source>The receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>طلب الدفع</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>اطبع</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>احفظ PDF…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>No printer is installed; save a PDF file.</source>
        <translation>لا طابعة مثبتة؛ احفظ ملف PDF.</translation>
    </message>
    <message>
        <source>Printed to {name}.</source>
        <translation>طُبع إلى {name}.</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>أُرسل إلى {printer}.</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message>
        <source>Duties</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>التأمينات</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Successful</source>
        <translation>ناجحة</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Successful, receipt voided</source>
        <translation>ناجحة، أُلغي الإيصال</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقدًا</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>إلكتروني</translation>
    </message>
    <message>
        <source>Prepaid</source>
        <translation>دفع مُسبَق</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>دائن</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>رقم طلب الدفع</translation>
    </message>
    <message>
        <source>Pay for</source>
        <translation>الدفع لـ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>تاريخ الطلب</translation>
    </message>
    <message>
        <source>Receipt date</source>
        <translation>تاريخ الإيصال</translation>
    </message>
    <message>
        <source>Method of payment</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>Account at customs</source>
        <translation>حساب الجمارك</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>سجّله</translation>
    </message>
    <message>
        <source>Taken from account</source>
        <translation>خُصم من الحساب</translation>
    </message>
    <message>
        <source>Given back to account</source>
        <translation>أُعيد إلى الحساب</translation>
    </message>
    <message>
        <source>Left on the account</source>
        <translation>الباقي في الحساب</translation>
    </message>
    <message>
        <source>Receipt voided</source>
        <translation>أُلغي الإيصال</translation>
    </message>
</context>
<context>
    <name>PaymentsRoom</name>
    <message>
        <source>No payment request is here yet: open an assessed declaration and choose Request payment.</source>
        <translation>لا طلبات دفع هنا بعد: افتح بيانًا تمت تصفيته واختر «إرسال طلب دفع».</translation>
    </message>
    <message>
        <source>No payment request is as you ask.</source>
        <translation>لا طلب دفع كما تبحث.</translation>
    </message>
    <message>
        <source>Reject the request</source>
        <translation>رفض الطلب</translation>
    </message>
    <message>
        <source>Request {number} for {amount} is rejected for good; a new one can be sent.</source>
        <translation>يُرفض الطلب {number} بمبلغ {amount} نهائيًا؛ ويمكن إرسال طلب جديد.</translation>
    </message>
    <message>
        <source>Void the receipt</source>
        <translation>إلغاء الإيصال</translation>
    </message>
    <message>
        <source>The receipt of request {number} for {amount} does not count any more: the declaration is assessed again, and the account is given back what it paid.</source>
        <translation>لا يُحتسب إيصال الطلب {number} بمبلغ {amount} بعد الآن: يعود البيان إلى حالة التصفية، ويُعاد إلى الحساب ما دُفع منه.</translation>
    </message>
    <message>
        <source>Receipt {receipt}: {amount} paid for {declaration}. It stands at: {status}.</source>
        <translation>الإيصال {receipt}: سُدّد {amount} عن البيان {declaration}. حالته: {status}.</translation>
    </message>
    <message>
        <source>Request {number} is rejected. Send a new one when it is right.</source>
        <translation>رُفض الطلب {number}. أرسل طلبًا جديدًا عند التصحيح.</translation>
    </message>
    <message>
        <source>Receipt {receipt} is voided. The declaration stands at: {status}.</source>
        <translation>أُلغي الإيصال {receipt}. حالة البيان: {status}.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Payment requests found</source>
        <translation>طلبات الدفع الموجودة</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Arabic, mirrored</source>
        <translation>العربية (معكوس)</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>اللغتان معًا</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
</context>
<context>
    <name>PreviewTab</name>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>بعرض الصفحة</translation>
    </message>
    <message>
        <source>Fit the page to the width</source>
        <translation>ملاءمة الصفحة لعرض النافذة</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Too long for their boxes, continued on the annex: {boxes}</source>
        <translation>أطول من حقولها وتتمتها في الملحق: {boxes}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
</context>
<context>
    <name>PriceCheck</name>
    <message>
        <source>Valuation price range</source>
        <translation>مروحة أسعار التقييم</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Earlier declarations</source>
        <translation>بيانات سابقة</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Commodity code</source>
        <translation>رمز بند التعرفة</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Value of a unit</source>
        <translation>قيمة الوحدة</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>تاريخ التصفية</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>المستورد</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Go to the price</source>
        <translation>إلى الثمن</translation>
    </message>
    <message>
        <source>Open the earlier declaration</source>
        <translation>فتح البيان السابق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Key commodity codes first.</source>
        <translation>أدخل رموز بنود التعرفة أولًا.</translation>
    </message>
    <message>
        <source>Nothing is known yet of what is usual for these goods.</source>
        <translation>لا يُعرف بعد شيء عن المعتاد لهذه البضائع.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) lie outside the usual range.</source>
        <translation>
            <numerusform>لا بنود خارج المجال المعتاد.</numerusform>
            <numerusform>بند واحد خارج المجال المعتاد.</numerusform>
            <numerusform>بندان خارج المجال المعتاد.</numerusform>
            <numerusform>%n بنود خارج المجال المعتاد.</numerusform>
            <numerusform>%n بندًا خارج المجال المعتاد.</numerusform>
            <numerusform>%n بند خارج المجال المعتاد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every value that can be compared lies in its range.</source>
        <translation>كل قيمة أمكنت مقارنتها تقع في مجالها.</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>كلغ</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>table of the office</source>
        <translation>جدول المكتب</translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) of the importer</source>
        <translation>
            <numerusform>لا بيانات للمستورد</numerusform>
            <numerusform>بيان واحد للمستورد</numerusform>
            <numerusform>بيانان للمستورد</numerusform>
            <numerusform>%n بيانات للمستورد</numerusform>
            <numerusform>%n بيانًا للمستورد</numerusform>
            <numerusform>%n بيان للمستورد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declaration(s) of the office</source>
        <translation>
            <numerusform>لا بيانات للمكتب</numerusform>
            <numerusform>بيان واحد للمكتب</numerusform>
            <numerusform>بيانان للمكتب</numerusform>
            <numerusform>%n بيانات للمكتب</numerusform>
            <numerusform>%n بيانًا للمكتب</numerusform>
            <numerusform>%n بيان للمكتب</numerusform>
        </translation>
    </message>
    <message>
        <source>Assessed earlier: {code} from {origin}</source>
        <translation>صُفّي سابقًا: {code} من {origin}</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Several declarations…</source>
        <translation>عدة بيانات…</translation>
    </message>
    <message>
        <source>Print {title}</source>
        <translation>طباعة {title}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No printer is installed; save a PDF file.</source>
        <translation>لا طابعة مثبّتة؛ احفظ ملف PDF.</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>جارٍ ترتيب الصفحات…</translation>
    </message>
    <message>
        <source>Pages: {count}</source>
        <translation>عدد الصفحات: {count}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} أخرى</translation>
    </message>
    <message>
        <source>Too long for its box, whole on the annex: {boxes}.</source>
        <translation>أطول من الحقل، كاملًا في الملحق: {boxes}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>box {box}</source>
        <translation>الحقل {box}</translation>
    </message>
    <message>
        <source>box {box} of item {item}</source>
        <translation>الحقل {box} من البند {item}</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>جارٍ الطبع</translation>
    </message>
    <message>
        <source>Sent to {printer}: {count} pages.</source>
        <translation>أُرسل إلى {printer}: {count} صفحة.</translation>
    </message>
    <message>
        <source>Printed to {name}.</source>
        <translation>طُبع إلى {name}.</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>With the steps of every amount</source>
        <translation>مع خطوات كل مبلغ</translation>
    </message>
    <message>
        <source>Values only, for pre-printed forms</source>
        <translation>القيم فقط، للنماذج المطبوعة مسبقًا</translation>
    </message>
    <message>
        <source>Where values fall…</source>
        <translation>موضع القيم…</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;طباعة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>Copies of the form</source>
        <translation>نسخ النموذج</translation>
    </message>
</context>
<context>
    <name>PrintTarget</name>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>No printer is installed</source>
        <translation>لا طابعة مثبّتة</translation>
    </message>
    <message>
        <source>All, or such as 1-3, 5</source>
        <translation>الكل، أو مثل 1-3, 5</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>ال&amp;طابعة</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>ال&amp;صفحات</translation>
    </message>
    <message>
        <source>&amp;Number of prints</source>
        <translation>&amp;عدد النسخ</translation>
    </message>
    <message>
        <source>S&amp;ides</source>
        <translation>ال&amp;أوجه</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Number of prints</source>
        <translation>عدد النسخ</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>الأوجه</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Import a digital document</source>
        <translation>استيراد مستند رقمي</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.gif *.webp);;All files (*)</source>
        <translation>مستندات (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.gif *.webp);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Import a manifest</source>
        <translation>استيراد مانيفست</translation>
    </message>
    <message>
        <source>Manifests (*.xml *.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>المانيفست (*.xml *.csv *.txt *.tsv *.xlsx);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Documents for the envelope, each its own file</source>
        <translation>مستندات الحزمة، كل منها ملف مستقل</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.xml *.xlsx *.jpg *.jpeg *.png);;All files (*)</source>
        <translation>مستندات (*.pdf *.xml *.xlsx *.jpg *.jpeg *.png);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Load XML</source>
        <translation>تحميل XML</translation>
    </message>
    <message>
        <source>Declarations (*.xml);;All files (*)</source>
        <translation>البيانات (*.xml);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backups (*.zip);;All files (*)</source>
        <translation>النسخ الاحتياطية (*.zip);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>استيراد لائحة</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.json);;All files (*)</source>
        <translation>الجداول (*.csv *.txt *.tsv *.xlsx *.json);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Declaration {title} has changes that are not saved.</source>
        <translation>في البيان {title} تعديلات غير محفوظة.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;تجاهل التعديلات</translation>
    </message>
    <message>
        <source>&amp;Go on working</source>
        <translation>&amp;متابعة العمل</translation>
    </message>
    <message>
        <source>Import CSV</source>
        <translation>استيراد CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>جداول (*.csv *.txt *.tsv);;كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Box 1: choose the model; it decides which boxes are keyed.</source>
        <translation>الحقل 1: اختر نموذج البيان؛ فهو يحدد الحقول الواجب إدخالها.</translation>
    </message>
    <message>
        <source>Box 1: the general procedure is part of the model.</source>
        <translation>الحقل 1: رمز الوضع العام جزء من نموذج البيان.</translation>
    </message>
    <message>
        <source>Box 1: the transit type is keyed for goods in transit only.</source>
        <translation>الحقل 1: رمز العبور يُدخَل للبضائع العابرة فقط.</translation>
    </message>
    <message>
        <source>Box 2: key the exporter&apos;s code; the name follows.</source>
        <translation>الحقل 2: أدخل رمز المصدِّر؛ ويظهر الاسم آليًّا.</translation>
    </message>
    <message>
        <source>Box 2: the exporter&apos;s code is not keyed on import; key the name and address.</source>
        <translation>الحقل 2: رمز المصدِّر لا يُدخَل في الاستيراد؛ أدخل الاسم والعنوان.</translation>
    </message>
    <message>
        <source>Box 2: key the exporter&apos;s full name and address.</source>
        <translation>الحقل 2: أدخل الاسم الكامل والعنوان الخاصين بالمصدِّر.</translation>
    </message>
    <message>
        <source>Box 3 is counted: one item on the first form, three on each other.</source>
        <translation>الحقل 3: يُحتسب آليًّا: بند واحد في النموذج الأول وثلاثة في كل نموذج آخر.</translation>
    </message>
    <message>
        <source>Box 5: the items are counted.</source>
        <translation>الحقل 5: يُحتسب عدد البنود آليًّا.</translation>
    </message>
    <message>
        <source>Box 6: the packages of all items are added up from box 31.</source>
        <translation>الحقل 6: مجموع طرود جميع البنود من الحقل 31.</translation>
    </message>
    <message>
        <source>Box 7: the program sets the year.</source>
        <translation>الحقل 7: يحدد البرنامج السنة.</translation>
    </message>
    <message>
        <source>Box 7: the program gives the number when you store.</source>
        <translation>الحقل 7: يعطي البرنامج الرقم عند الحفظ.</translation>
    </message>
    <message>
        <source>Box 7: key your own number, used once a year.</source>
        <translation>الحقل 7: أدخل رقمك الخاص، ولا يتكرر في السنة نفسها.</translation>
    </message>
    <message>
        <source>Box 8: key the consignee&apos;s tax number; the name follows.</source>
        <translation>الحقل 8: أدخل الرقم المالي للمرسَل إليه؛ ويظهر الاسم آليًّا.</translation>
    </message>
    <message>
        <source>Box 8: the consignee&apos;s code is not keyed on export; key the name and address.</source>
        <translation>الحقل 8: رمز المرسَل إليه لا يُدخَل في التصدير؛ أدخل الاسم والعنوان.</translation>
    </message>
    <message>
        <source>Box 8: key the consignee&apos;s full name and address.</source>
        <translation>الحقل 8: أدخل الاسم الكامل والعنوان الخاصين بالمرسَل إليه.</translation>
    </message>
    <message>
        <source>Box 9: key the payer&apos;s tax number; the consignee is proposed.</source>
        <translation>الحقل 9: أدخل الرقم المالي للمسؤول عن التسديد المالي؛ ويُقترح المرسَل إليه.</translation>
    </message>
    <message>
        <source>Box 14: key the declarant&apos;s tax number; the name follows.</source>
        <translation>الحقل 14: أدخل الرقم المالي للمخلّص؛ ويظهر الاسم آليًّا.</translation>
    </message>
    <message>
        <source>Box A: the name follows from the code.</source>
        <translation>الحقل A: يظهر الاسم آليًّا من الرمز.</translation>
    </message>
    <message>
        <source>The country asks no advance cargo information.</source>
        <translation>لا يطلب البلد معلومات مسبقة عن الشحنات.</translation>
    </message>
    <message>
        <source>The ACID is keyed for imports only.</source>
        <translation>يُدخل رقم ACID للاستيراد فقط.</translation>
    </message>
    <message>
        <source>For official use: filled in at registration and assessment.</source>
        <translation>للاستعمال الرسمي: يُملأ عند التسجيل والتصفية.</translation>
    </message>
    <message>
        <source>Boxes 50 to 56 are keyed for goods in transit only.</source>
        <translation>الحقول 50 إلى 56: تُدخَل للبضائع العابرة فقط.</translation>
    </message>
    <message>
        <source>The name and address follow from the code; change them in Companies.</source>
        <translation>يظهر الاسم والعنوان آليًّا من الرمز؛ وتعديلهما في الشركات.</translation>
    </message>
    <message>
        <source>Key the full name and address, or a code that is known.</source>
        <translation>أدخل الاسم الكامل والعنوان، أو رمزًا معروفًا.</translation>
    </message>
    <message>
        <source>Box 10: the first country the goods go to.</source>
        <translation>الحقل 10: بلد المقصد الأوّل للبضائع.</translation>
    </message>
    <message>
        <source>Box 10: the last country the goods were consigned from.</source>
        <translation>الحقل 10: بلد المصدَر الأخير للبضائع.</translation>
    </message>
    <message>
        <source>Box 11: the country of the exporter.</source>
        <translation>الحقل 11: بلد المصدِّر.</translation>
    </message>
    <message>
        <source>Box 13: key 1 with a certificate of origin, 0 without; 0 costs a fee.</source>
        <translation>الحقل 13: أدخل 1 عند توفر شهادة المنشأ و0 عند عدم توفرها؛ ويُضاف مبلغ عند 0.</translation>
    </message>
    <message>
        <source>Box 15: goods are exported from the home country.</source>
        <translation>الحقل 15: تُصدَّر البضائع من بلد المرجع.</translation>
    </message>
    <message>
        <source>Box 15: key the country the goods are shipped from.</source>
        <translation>الحقل 15: أدخل البلد الذي شُحنت منه البضائع.</translation>
    </message>
    <message>
        <source>Box 15b is not used.</source>
        <translation>الحقل 15ب: غير مستعمَل.</translation>
    </message>
    <message>
        <source>Box 16: the country of origin of all items, or “Various”.</source>
        <translation>الحقل 16: بلد منشأ جميع البنود، أو كلمة &quot;مختلف&quot;.</translation>
    </message>
    <message>
        <source>Box 17: imported goods go to the home country.</source>
        <translation>الحقل 17: مقصد البضائع المستوردة هو بلد المرجع.</translation>
    </message>
    <message>
        <source>Box 17: key the country the goods finally go to.</source>
        <translation>الحقل 17: أدخل بلد المقصد الأخير.</translation>
    </message>
    <message>
        <source>Box 17b is not used.</source>
        <translation>الحقل 17ب: غير مستعمَل.</translation>
    </message>
    <message>
        <source>Box 18: the ship, aircraft or truck the goods leave on, and its flag.</source>
        <translation>الحقل 18: السفينة أو الطائرة أو الشاحنة التي تغادر عليها البضائع وجنسيتها.</translation>
    </message>
    <message>
        <source>Box 18: the ship, aircraft or truck the goods came on, and its flag.</source>
        <translation>الحقل 18: السفينة أو الطائرة أو الشاحنة التي وصلت عليها البضائع وجنسيتها.</translation>
    </message>
    <message>
        <source>Box 19: tick it for containers; their list opens.</source>
        <translation>الحقل 19: أشِّر عليه عند وجود حاويات؛ فتظهر لائحتها.</translation>
    </message>
    <message>
        <source>Tick box 19 first; then the list of containers is keyed.</source>
        <translation>أشِّر على الحقل 19 أولًا؛ ثم تُدخَل لائحة الحاويات.</translation>
    </message>
    <message>
        <source>Box 21: the means that crosses the border; box 18 is proposed.</source>
        <translation>الحقل 21: وسيلة النقل الفعّالة عبر الحدود؛ وتُقترح وسيلة الحقل 18.</translation>
    </message>
    <message>
        <source>Box 25: how the goods will leave the territory.</source>
        <translation>الحقل 25: طريقة النقل التي ستخرج بها البضائع.</translation>
    </message>
    <message>
        <source>Box 25: how the goods entered the territory.</source>
        <translation>الحقل 25: طريقة النقل التي دخلت بها البضائع.</translation>
    </message>
    <message>
        <source>Box 26: how the goods go to the border.</source>
        <translation>الحقل 26: طريقة النقل إلى الحدود.</translation>
    </message>
    <message>
        <source>Box 26: how the goods go on from the border.</source>
        <translation>الحقل 26: طريقة النقل من الحدود إلى الداخل.</translation>
    </message>
    <message>
        <source>Box 27: the name follows from the code.</source>
        <translation>الحقل 27: يظهر الاسم آليًّا من الرمز.</translation>
    </message>
    <message>
        <source>Box 29: the name follows from the code.</source>
        <translation>الحقل 29: يظهر الاسم آليًّا من الرمز.</translation>
    </message>
    <message>
        <source>Box 30: where the goods are kept until they are released.</source>
        <translation>الحقل 30: مكان تخزين البضائع حتى فسحها.</translation>
    </message>
    <message>
        <source>The country&apos;s name follows from its code.</source>
        <translation>يظهر اسم البلد آليًّا من رمزه.</translation>
    </message>
    <message>
        <source>The neutral profile closes no box: key it if your country uses it.</source>
        <translation>الملف التعريفي المحايد لا يقفل أي حقل: أدخله إذا كان بلدك يستعمله.</translation>
    </message>
    <message>
        <source>The declaration is registered; it is changed by an amendment only.</source>
        <translation>البيان مسجّل؛ لا يُعدَّل إلا بطلب تعديل.</translation>
    </message>
    <message>
        <source>The declaration is assessed; it is changed by an amendment only.</source>
        <translation>البيان مصفّى؛ لا يُعدَّل إلا بطلب تعديل.</translation>
    </message>
    <message>
        <source>The declaration is paid; it is changed by an amendment only.</source>
        <translation>البيان مسدّد؛ لا يُعدَّل إلا بطلب تعديل.</translation>
    </message>
    <message>
        <source>The goods are released; the declaration is not changed any more.</source>
        <translation>تم فسح البضائع؛ لم يعد البيان قابلًا للتعديل.</translation>
    </message>
    <message>
        <source>The declaration is cancelled; it is not changed any more.</source>
        <translation>البيان ملغى؛ لم يعد قابلًا للتعديل.</translation>
    </message>
    <message>
        <source>This box is not used in the country of the profile.</source>
        <translation>هذا الحقل غير مستعمَل في بلد الملف التعريفي.</translation>
    </message>
    <message>
        <source>Ticked when a rule of the regime demands the document.</source>
        <translation>يؤشَّر عندما تطلب قاعدة من قواعد الوضع الجمركي هذا المستند.</translation>
    </message>
    <message>
        <source>Filled when an image or a PDF is attached to the row.</source>
        <translation>يُملأ عند إرفاق صورة أو ملف PDF بالسطر.</translation>
    </message>
    <message>
        <source>Box 31: bulk goods need no number of packages.</source>
        <translation>الحقل 31: لا يلزم عدد الطرود للبضائع الدُكمه.</translation>
    </message>
    <message>
        <source>Box 31: the number of packages of this item.</source>
        <translation>الحقل 31: عدد طرود هذا البند.</translation>
    </message>
    <message>
        <source>Box 31: the name follows from the code.</source>
        <translation>الحقل 31: يظهر الاسم آليًّا من الرمز.</translation>
    </message>
    <message>
        <source>Box 31: the first four of the container list are shown.</source>
        <translation>الحقل 31: تظهر الحاويات الأربع الأولى من لائحة الحاويات.</translation>
    </message>
    <message>
        <source>Box 31: up to four containers; more go in their list.</source>
        <translation>الحقل 31: حتى أربع حاويات؛ والباقي في لائحة الحاويات.</translation>
    </message>
    <message>
        <source>Box 31: the designation follows from box 33.</source>
        <translation>الحقل 31: تظهر التسمية آليًّا من الحقل 33.</translation>
    </message>
    <message>
        <source>Box 31: say what the goods are.</source>
        <translation>الحقل 31: صِف البضاعة وصفًا تجاريًّا واضحًا.</translation>
    </message>
    <message>
        <source>Box 32: items are numbered in their order.</source>
        <translation>الحقل 32: تُرقَّم البنود بحسب ترتيبها.</translation>
    </message>
    <message>
        <source>Box 33: the commodity code; designation and units follow.</source>
        <translation>الحقل 33: رمز بند التعرفة؛ وتظهر التسمية والوحدات آليًّا.</translation>
    </message>
    <message>
        <source>Box 33: this tariff line asks for a specification code.</source>
        <translation>الحقل 33: يتطلب هذا البند رمز تخصيص إضافيًّا.</translation>
    </message>
    <message>
        <source>Box 33: this tariff line has no specification codes.</source>
        <translation>الحقل 33: ليس لهذا البند رموز تخصيص إضافية.</translation>
    </message>
    <message>
        <source>Box 34: the country the goods were made in.</source>
        <translation>الحقل 34: البلد الذي صُنعت فيه البضائع أو أُنتجت.</translation>
    </message>
    <message>
        <source>Box 34b: the region of the country the goods come from.</source>
        <translation>الحقل 34ب: المنطقة التي أُنتجت فيها البضائع داخل البلد.</translation>
    </message>
    <message>
        <source>Box 34b is keyed on export only.</source>
        <translation>الحقل 34ب: يُدخَل في التصدير فقط.</translation>
    </message>
    <message>
        <source>Box 35: kilograms with all packing.</source>
        <translation>الحقل 35: الوزن بالكيلوغرامات مع جميع الأغلفة.</translation>
    </message>
    <message>
        <source>Box 38: kilograms without any packing.</source>
        <translation>الحقل 38: الوزن بالكيلوغرامات بدون أي غلاف.</translation>
    </message>
    <message>
        <source>Box 37: two digits requested, two previous: 40 00.</source>
        <translation>الحقل 37: رقمان للوضع المطلوب ورقمان للوضع السابق: 40 00.</translation>
    </message>
    <message>
        <source>Box 37: the extended code that fits the procedure.</source>
        <translation>الحقل 37: الرمز الموسّع الموافق للوضع.</translation>
    </message>
    <message>
        <source>Box 39: the number of the quota, if any.</source>
        <translation>الحقل 39: رقم الحصة التعريفية إن وُجدت.</translation>
    </message>
    <message>
        <source>Box 40: the earlier declaration of these goods.</source>
        <translation>الحقل 40: البيان السابق لهذه البضائع.</translation>
    </message>
    <message>
        <source>Box 40: the warehouse the goods come out of.</source>
        <translation>الحقل 40: المستودع الذي خرجت منه البضائع.</translation>
    </message>
    <message>
        <source>Box 40: only goods out of a warehouse name the warehouse.</source>
        <translation>الحقل 40: يُذكر المستودع للبضائع الخارجة من مستودع فقط.</translation>
    </message>
    <message>
        <source>Box 41: the tariff line gives the unit.</source>
        <translation>الحقل 41: الوحدة يحددها بند التعرفة.</translation>
    </message>
    <message>
        <source>Box 41: the quantity in the tariff line&apos;s unit.</source>
        <translation>الحقل 41: الكمية بوحدة بند التعرفة.</translation>
    </message>
    <message>
        <source>Box 41: the tariff line has no such unit.</source>
        <translation>الحقل 41: ليس لبند التعرفة هذه الوحدة.</translation>
    </message>
    <message>
        <source>The value of this item on the invoice.</source>
        <translation>قيمة هذا البند في الفاتورة.</translation>
    </message>
    <message>
        <source>Box 42: the value of the item from its valuation note.</source>
        <translation>الحقل 42: قيمة البند من مذكرة تقييمه.</translation>
    </message>
    <message>
        <source>Box 43: 1 is the transaction value; six methods exist.</source>
        <translation>الحقل 43: الرمز 1 هو قيمة العملية؛ والطرق ست.</translation>
    </message>
    <message>
        <source>Box 45: multiplies the statistical value; 1 leaves it.</source>
        <translation>الحقل 45: معامل يُضرب في القيمة الإحصائية؛ والقيمة 1 تبقيها كما هي.</translation>
    </message>
    <message>
        <source>Box 46: the CIF value times the adjustment of box 45.</source>
        <translation>الحقل 46: القيمة &quot;سيف&quot; مضروبة في تصحيح الحقل 45.</translation>
    </message>
    <message>
        <source>Box 47: the taxes are worked out.</source>
        <translation>الحقل 47: تُحتسب الرسوم آليًّا.</translation>
    </message>
    <message>
        <source>The item valuation note works this out.</source>
        <translation>تحتسبه مذكرة تقييم البند.</translation>
    </message>
    <message>
        <source>The terms of delivery stand in box 20.</source>
        <translation>شروط التسليم مذكورة في الحقل 20.</translation>
    </message>
    <message>
        <source>External freight and insurance: on import only.</source>
        <translation>الشحن الخارجي والتأمين: للاستيراد فقط.</translation>
    </message>
    <message>
        <source>No apportionment: key the costs of each item.</source>
        <translation>لا تجزئة: أدخل مصاريف كل بند.</translation>
    </message>
    <message>
        <source>The item&apos;s share of the costs is worked out.</source>
        <translation>تُحتسب حصة البند من المصاريف آليًّا.</translation>
    </message>
    <message>
        <source>Box 12: the costs of the valuation note.</source>
        <translation>الحقل 12: مصاريف مذكرة التقييم.</translation>
    </message>
    <message>
        <source>Box 20: the terms of delivery; they say which costs the price includes.</source>
        <translation>الحقل 20: شروط التسليم؛ وهي تبيّن المصاريف التي يشملها الثمن.</translation>
    </message>
    <message>
        <source>Box 20: the place the terms of delivery name.</source>
        <translation>الحقل 20: المكان الذي تذكره شروط التسليم.</translation>
    </message>
    <message>
        <source>Box 22: the currency of the invoice; the rate follows.</source>
        <translation>الحقل 22: عملة الفاتورة؛ ويظهر معدل التحويل آليًّا.</translation>
    </message>
    <message>
        <source>Box 22: the total of the invoice, the sum of all items.</source>
        <translation>الحقل 22: مجموع الفاتورة، وهو مجموع قيم البنود.</translation>
    </message>
    <message>
        <source>Box 23: national currency has the rate 1.</source>
        <translation>الحقل 23: معدل تحويل العملة الوطنية هو 1.</translation>
    </message>
    <message>
        <source>Box 23: the rate of the day is fixed by customs.</source>
        <translation>الحقل 23: معدل تحويل اليوم تحدده الجمارك.</translation>
    </message>
    <message>
        <source>Box 23: the rate of the day is filled in by the currency.</source>
        <translation>الحقل 23: يظهر معدل تحويل اليوم آليًّا بحسب العملة.</translation>
    </message>
    <message>
        <source>Box 28: the text follows from the code.</source>
        <translation>الحقل 28: يظهر النص آليًّا من الرمز.</translation>
    </message>
    <message>
        <source>Box 28: the name follows from the code.</source>
        <translation>الحقل 28: يظهر الاسم آليًّا من الرمز.</translation>
    </message>
    <message>
        <source>Box 48: a prepaid or credit account; empty pays cash.</source>
        <translation>الحقل 48: حساب دفع مسبق أو حساب دائن؛ ويُترك فارغًا للدفع نقدًا.</translation>
    </message>
    <message>
        <source>The method of payment follows from box 48.</source>
        <translation>تتحدد طريقة الدفع من الحقل 48.</translation>
    </message>
    <message>
        <source>The assessment works this amount out.</source>
        <translation>تحتسب التصفية هذا المبلغ.</translation>
    </message>
    <message>
        <source>Box 49: the warehouse the goods go to and the days they may stay.</source>
        <translation>الحقل 49: المستودع الذي تدخله البضائع ومهلة بقائها بالأيام.</translation>
    </message>
    <message>
        <source>Box 49: the warehouse the goods come out of.</source>
        <translation>الحقل 49: المستودع الذي خرجت منه البضائع.</translation>
    </message>
    <message>
        <source>Box 49 is keyed for warehouse procedures only.</source>
        <translation>الحقل 49: يُدخَل لأوضاع المستودع فقط.</translation>
    </message>
    <message>
        <source>How the costs are divided among the items.</source>
        <translation>طريقة تجزئة المصاريف على البنود.</translation>
    </message>
    <message>
        <source>Freight is divided by weight: key the total gross mass.</source>
        <translation>التجزئة بحسب الوزن: أدخل مجموع الوزن القائم.</translation>
    </message>
    <message>
        <source>The total weight is keyed when costs are divided by weight.</source>
        <translation>يُدخَل مجموع الوزن عند التجزئة بحسب الوزن.</translation>
    </message>
    <message>
        <source>The valuation note adds this up.</source>
        <translation>تجمعه مذكرة التقييم.</translation>
    </message>
    <message>
        <source>The amount needs its currency.</source>
        <translation>يجب تحديد عملة المبلغ.</translation>
    </message>
    <message>
        <source>National currency has the rate 1.</source>
        <translation>معدل تحويل العملة الوطنية هو 1.</translation>
    </message>
    <message>
        <source>The rate of the day is filled in.</source>
        <translation>يظهر معدل تحويل اليوم آليًّا.</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Say why: the reason stands in the history.</source>
        <translation>اذكر السبب: فهو يبقى في السجل.</translation>
    </message>
</context>
<context>
    <name>RecoveredDrafts</name>
    <message>
        <source>Recovered drafts</source>
        <translation>مسودات مسترجَعة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسَل إليه</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Last kept</source>
        <translation>آخر تسجيل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>&amp;إبقاء لوقت لاحق</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;حذف…</translation>
    </message>
    <message>
        <source>Discard for &amp;good</source>
        <translation>حذف &amp;نهائي</translation>
    </message>
    <message>
        <source>&amp;No, keep</source>
        <translation>&amp;لا، إبقاء</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>ن&amp;سخ التقرير</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. No draft was open that was not saved.</source>
        <translation>انتهى البرنامج على نحو غير متوقع، ولم تكن هناك مسودة مفتوحة غير محفوظة.</translation>
    </message>
    <message>
        <source>The program ended before these drafts were saved. They are complete as you keyed them; opening one stores nothing.</source>
        <translation>انتهى البرنامج قبل حفظ هذه المسودات. وهي كاملة كما أدخلتَها، وفتح إحداها لا يحفظ شيئًا.</translation>
    </message>
    <message>
        <source>The program crashed. A report of it was kept.</source>
        <translation>توقّف البرنامج فجأة، واحتُفِظ بتقرير عن ذلك.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(بلا مرجع)</translation>
    </message>
    <message>
        <source>Never stored</source>
        <translation>لم تُحفَظ قط</translation>
    </message>
    <message>
        <source>Changed since it was stored</source>
        <translation>تغيّرت بعد حفظها</translation>
    </message>
    <message>
        <source>Throw away the drafts selected ({count})? They cannot be brought back.</source>
        <translation>حذف المسودات المختارة ({count})؟ لا يمكن استرجاعها.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;إغلاق</translation>
    </message>
</context>
<context>
    <name>RefundsDialog</name>
    <message>
        <source>Declaration</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>المستورد</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>السداد</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Value {currency}</source>
        <translation>القيمة {currency}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>الخروج</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>رد الرسوم</translation>
    </message>
    <message>
        <source>Duties are given back for goods that leave unused within {days} days of the payment, are worth {least} {currency} at least, and are claimed within {claim} days of leaving. Enter opens the declaration.</source>
        <translation>تُرد الرسوم عن بضائع تخرج غير مستعملة خلال {days} يومًا من السداد، وقيمتها {least} {currency} على الأقل، وتُطلب خلال {claim} يومًا من خروجها. يفتح Enter البيان.</translation>
    </message>
    <message>
        <source>claim it</source>
        <translation>طالب به</translation>
    </message>
    <message>
        <source>can be re-exported</source>
        <translation>يمكن إعادة تصديرها</translation>
    </message>
    <message>
        <source>No duty was paid.</source>
        <translation>لم يُدفع رسم.</translation>
    </message>
    <message>
        <source>Worth less than the law asks.</source>
        <translation>القيمة أقل مما يطلبه القانون.</translation>
    </message>
    <message>
        <source>The time to re-export is over.</source>
        <translation>انتهت مدة إعادة التصدير.</translation>
    </message>
    <message>
        <source>The time to claim is over.</source>
        <translation>انتهت مهلة المطالبة.</translation>
    </message>
</context>
<context>
    <name>RegimeNeedsDialog</name>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>المطلوب</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <source>{source}. In force since {day}.</source>
        <translation>{source}. نافذ منذ {day}.</translation>
    </message>
    <message>
        <source>Follow: {period}…</source>
        <translation>متابعة: {period}…</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>غير مرفق</translation>
    </message>
    <message>
        <source>no days in the law</source>
        <translation>لا أيام في القانون</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>{days}, not extended</source>
        <translation>{days}، لا تمدد</translation>
    </message>
    <message>
        <source>{days}, extended up to {most}</source>
        <translation>{days}، تمدد حتى {most}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>وثيقة</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>متطلب</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>ضمان</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>مدة</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>ضابط</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من تاريخ</translation>
    </message>
    <message>
        <source>The period begins on this day and stands among the due dates.</source>
        <translation>تبدأ المدة في هذا اليوم وتظهر ضمن المواعيد.</translation>
    </message>
    <message>
        <source>Due on {day}.</source>
        <translation>الموعد {day}.</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Warnings that wait for you</source>
        <translation>تحذيرات بانتظارك</translation>
    </message>
    <message numerus="yes">
        <source>Warnings wait for you: %n. Space acknowledges each one.</source>
        <translation>
            <numerusform>لا تحذيرات بانتظارك.</numerusform>
            <numerusform>تحذير واحد بانتظارك؛ مفتاح المسافة يُقرّ به.</numerusform>
            <numerusform>تحذيران بانتظارك؛ مفتاح المسافة يُقرّ بكلٍّ منهما.</numerusform>
            <numerusform>%n تحذيرات بانتظارك؛ مفتاح المسافة يُقرّ بكلٍّ منها.</numerusform>
            <numerusform>%n تحذيرًا بانتظارك؛ مفتاح المسافة يُقرّ بكلٍّ منها.</numerusform>
            <numerusform>%n تحذير بانتظارك؛ مفتاح المسافة يُقرّ بكلٍّ منها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>A request to pay what declaration {declaration} owes. It is paid in full, or rejected and sent anew.</source>
        <translation>طلب لدفع المستحق على البيان {declaration}. يُسدَّد كاملًا، أو يُرفض ثم يُرسل من جديد.</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>You are about to record that {amount} was paid for declaration {declaration}, request {number}. Key what the bank or customs answered; the card&apos;s number is kept nowhere.</source>
        <translation>أنت على وشك تسجيل سداد {amount} عن البيان {declaration}، طلب الدفع {number}. أدخل ما أجاب به المصرف أو الجمارك؛ ولا يُحفظ رقم البطاقة في أي مكان.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>ادفع</translation>
    </message>
    <message>
        <source>empty: the office&apos;s own next number</source>
        <translation>فارغ: الرقم التالي للمكتب</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Give the date.</source>
        <translation>أدخل التاريخ.</translation>
    </message>
    <message>
        <source>Type the time as hours and minutes, such as 14:30.</source>
        <translation>أدخل الوقت بالساعات والدقائق، مثل 14:30.</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Consignee</source>
        <translation>مرسَل إليه</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>مصدِّر</translation>
    </message>
    <message>
        <source>Declarant</source>
        <translation>مُصرِّح</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>مسدِّد</translation>
    </message>
    <message>
        <source>Supplier abroad</source>
        <translation>مورِّد في الخارج</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Passwords and locks</source>
        <translation>كلمات المرور والأقفال</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Least length of a password</source>
        <translation>أقل طول لكلمة المرور</translation>
    </message>
    <message>
        <source>Wrong passwords that lock a user</source>
        <translation>عدد كلمات المرور الخاطئة التي تقفل حساب المستخدم</translation>
    </message>
    <message>
        <source>Minutes a user stays locked</source>
        <translation>عدد دقائق قفل الحساب</translation>
    </message>
    <message>
        <source>Minutes until an untouched desk is locked (0: never)</source>
        <translation>عدد الدقائق حتى يُقفل المكتب المتروك (0: أبداً)</translation>
    </message>
    <message>
        <source>A capital letter is needed</source>
        <translation>يلزم حرف لاتيني كبير</translation>
    </message>
    <message>
        <source>A small letter is needed</source>
        <translation>يلزم حرف لاتيني صغير</translation>
    </message>
    <message>
        <source>A digit is needed</source>
        <translation>يلزم رقم</translation>
    </message>
    <message>
        <source>A sign that is no letter or digit is needed</source>
        <translation>يلزم رمز ليس حرفاً ولا رقماً</translation>
    </message>
    <message>
        <source>Users sign in; without it everybody may do everything</source>
        <translation>يسجّل المستخدمون دخولهم؛ وبدونه يحق للجميع كل شيء</translation>
    </message>
</context>
<context>
    <name>RunningAssessment</name>
    <message>
        <source>Running assessment</source>
        <translation>التصفية الجارية</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Amounts of the running assessment</source>
        <translation>مبالغ التصفية الجارية</translation>
    </message>
    <message>
        <source>Amounts in {currency}, law of {day}</source>
        <translation>المبالغ بعملة {currency}، القانون بتاريخ {day}</translation>
    </message>
    <message>
        <source>CIF value</source>
        <translation>القيمة &quot;سيف&quot;</translation>
    </message>
    <message>
        <source>Total item duties</source>
        <translation>مجموع رسوم البنود</translation>
    </message>
    <message>
        <source>Total fees</source>
        <translation>مجموع النفقات</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>الكفالة</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>مجموع التصفية</translation>
    </message>
</context>
<context>
    <name>SafetyBox</name>
    <message>
        <source>&amp;Back up everything now…</source>
        <translation>&amp;نسخ كل شيء احتياطيًا الآن…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>استعادة نسخة ا&amp;حتياطية…</translation>
    </message>
    <message>
        <source>Replace e&amp;verything</source>
        <translation>است&amp;بدال كل شيء</translation>
    </message>
    <message>
        <source>Everything is backed up once a day into {folder}. None is there.</source>
        <translation>يُنسخ كل شيء احتياطيًا مرة في اليوم في {folder}. لا نسخة هناك بعد.</translation>
    </message>
    <message>
        <source>Everything is backed up once a day into {folder}; 14 days are kept. The newest is {file}. Copy it to another disk now and then.</source>
        <translation>يُنسخ كل شيء احتياطيًا مرة في اليوم في {folder}؛ وتُحفظ نسخ 14 يومًا. أحدثها {file}. انسخها إلى قرص آخر من حين إلى حين.</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>جارٍ النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>Everything is in {file}.</source>
        <translation>كل شيء في {file}.</translation>
    </message>
    <message>
        <source>Close the open declarations first.</source>
        <translation>أغلق البيانات المفتوحة أولًا.</translation>
    </message>
    <message>
        <source>{file} was made on {moment}: {files} files, {megabytes} MB. It replaces every declaration, document and setting of this desk. What is here now is backed up first.</source>
        <translation>صُنعت {file} في {moment}: {files} ملفات، {megabytes} ميغابايت. وهي تحلّ محلّ كل بيان ووثيقة وإعداد في هذا الجهاز. ما هنا الآن يُنسخ احتياطيًا أولًا.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>جارٍ الاستعادة</translation>
    </message>
    <message>
        <source>Restored. The program starts again.</source>
        <translation>تمت الاستعادة. يُشغَّل البرنامج من جديد.</translation>
    </message>
</context>
<context>
    <name>SaveTemplateDialog</name>
    <message>
        <source>Save as template</source>
        <translation>حفظ قالبًا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>ال&amp;اسم</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>أعطِ القالب اسمًا.</translation>
    </message>
    <message>
        <source>The list shows what is cleared each time it is used.</source>
        <translation>تعرض القائمة ما يُفرَّغ كلما استُعمل القالب.</translation>
    </message>
    <message>
        <source>Replace the template</source>
        <translation>استبدال القالب</translation>
    </message>
    <message>
        <source>There is a template {name}, last saved on {day}: it is replaced.</source>
        <translation>يوجد قالب باسم {name} حُفظ آخر مرة في {day}: سيُستبدل.</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Key and store declarations</source>
        <translation>إدخال البيانات وحفظها</translation>
    </message>
    <message>
        <source>Register and assess</source>
        <translation>التسجيل والتثمين</translation>
    </message>
    <message>
        <source>Cancel and amend</source>
        <translation>الإلغاء والتعديل</translation>
    </message>
    <message>
        <source>Payment and release</source>
        <translation>الدفع والإفراج</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>الشركات</translation>
    </message>
    <message>
        <source>Manifests and bills of lading</source>
        <translation>المنافست وبوالص الشحن</translation>
    </message>
    <message>
        <source>Tariff, code lists and exchange rates</source>
        <translation>التعريفة وقوائم الرموز وأسعار الصرف</translation>
    </message>
    <message>
        <source>Templates and past declarations</source>
        <translation>النماذج والبيانات السابقة</translation>
    </message>
    <message>
        <source>Settings of the office, backup and restore</source>
        <translation>إعدادات المكتب والنسخ الاحتياطي والاستعادة</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>While keying</source>
        <translation>أثناء الإدخال</translation>
    </message>
    <message>
        <source>Your office</source>
        <translation>مكتبك</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Several desks</source>
        <translation>عدّة أجهزة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>The language the boxes of the form are named in.</source>
        <translation>اللغة التي تُسمّى بها حقول النموذج.</translation>
    </message>
    <message>
        <source>In the language of the desk</source>
        <translation>بلغة البرنامج</translation>
    </message>
    <message>
        <source>Size of the sheet</source>
        <translation>حجم النموذج</translation>
    </message>
    <message>
        <source>For declarations opened from now on.</source>
        <translation>للبيانات التي تُفتح من الآن.</translation>
    </message>
    <message>
        <source>Fits the window</source>
        <translation>بعرض النافذة</translation>
    </message>
    <message>
        <source>What the importer usually declares</source>
        <translation>ما يصرّح به المستورد عادةً</translation>
    </message>
    <message>
        <source>Stands grey in empty boxes; nothing is put in unless you take it.</source>
        <translation>يظهر رماديًا في الحقول الفارغة؛ ولا يُدخل شيء ما لم تأخذه.</translation>
    </message>
    <message>
        <source>Offered in empty boxes</source>
        <translation>يُعرض في الحقول الفارغة</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>لا يُعرض</translation>
    </message>
    <message>
        <source>Put into new declarations.</source>
        <translation>يوضع في البيانات الجديدة.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>Whose law, lists and form you work by.</source>
        <translation>الذي تعمل بقانونه وقوائمه ونموذجه.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Stored with each declaration you save.</source>
        <translation>يُحفظ مع كل بيان تحفظه.</translation>
    </message>
    <message>
        <source>Customs office, code</source>
        <translation>المكتب الجمركي، الرمز</translation>
    </message>
    <message>
        <source>Customs office, name</source>
        <translation>المكتب الجمركي، الاسم</translation>
    </message>
    <message>
        <source>Where the list of offices has no name for it.</source>
        <translation>إن لم يكن له اسم في قائمة المكاتب.</translation>
    </message>
    <message>
        <source>Declarant, number</source>
        <translation>المصرِّح، الرقم</translation>
    </message>
    <message>
        <source>Declarant, name</source>
        <translation>المصرِّح، الاسم</translation>
    </message>
    <message>
        <source>Where the companies have no name for it.</source>
        <translation>إن لم يكن له اسم بين الشركات.</translation>
    </message>
    <message>
        <source>Place of declaration</source>
        <translation>مكان التصريح</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>الموقّع</translation>
    </message>
</context>
<context>
    <name>SettingsRoom</name>
    <message>
        <source>Search the settings</source>
        <translation>ابحث في الإعدادات</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>لا إعداد بهذا الاسم.</translation>
    </message>
    <message>
        <source>Start the program &amp;again</source>
        <translation>شغّل البرنامج من &amp;جديد</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>Kept. It holds from the next start.</source>
        <translation>حُفظ. يسري من التشغيل القادم.</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>أخطاء</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>تحذيرات</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Offered: {value}, {said}</source>
        <translation>معروض: {value}، {said}</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>غير صحيح</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>مع تحذير</translation>
    </message>
    <message>
        <source>Not used here</source>
        <translation>غير مُستعمَل هنا</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>محتسَب</translation>
    </message>
    <message>
        <source>Filled by the program</source>
        <translation>ملأه البرنامج</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>إلزامي</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>اختياري</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>Document library</source>
        <translation>مكتبة المستندات</translation>
    </message>
    <message>
        <source>Declarations</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Double click or Enter begins a new declaration</source>
        <translation>نقر مزدوج أو Enter يبدأ بيانًا جديدًا</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>مسودات</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>مسجّلة</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>مصفّاة</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مسدّدة</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>مفسوحة</translation>
    </message>
    <message>
        <source>Being amended</source>
        <translation>قيد التعديل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>This password was for once. Choose one of your own.</source>
        <translation>كلمة المرور هذه لمرة واحدة. اختر كلمة مرور خاصة بك.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Registered</source>
        <translation>مسجَّل</translation>
    </message>
    <message>
        <source>Documents reviewed</source>
        <translation>تدقيق المستندات</translation>
    </message>
    <message>
        <source>Goods inspected</source>
        <translation>معاينة البضاعة</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>مصفّى</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مسدّد</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>مفسوح</translation>
    </message>
    <message>
        <source>Out of customs</source>
        <translation>خرجت البضاعة</translation>
    </message>
</context>
<context>
    <name>StageDialog</name>
    <message>
        <source>Note it</source>
        <translation>تدوين</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>إلغاء التدوين</translation>
    </message>
    <message>
        <source>Give the date.</source>
        <translation>أدخل التاريخ.</translation>
    </message>
    <message>
        <source>Type the time as hours and minutes, such as 14:30.</source>
        <translation>أدخل الوقت ساعات ودقائق، مثل 14:30.</translation>
    </message>
</context>
<context>
    <name>StationeryDialog</name>
    <message>
        <source>Where values fall on pre-printed forms</source>
        <translation>موضع القيم على النماذج المطبوعة مسبقًا</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>مم</translation>
    </message>
    <message>
        <source>Print the page</source>
        <translation>طبع الصفحة</translation>
    </message>
    <message>
        <source>Save it as PDF…</source>
        <translation>حفظها بصيغة PDF…</translation>
    </message>
    <message>
        <source>Work out</source>
        <translation>احتساب</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>1. Print the calibration page</source>
        <translation>1. اطبع صفحة المعايرة</translation>
    </message>
    <message>
        <source>It goes on plain paper of the size of the forms, at 100 %, fed as the forms are. It shows crosses, rulers and the form&apos;s boxes.</source>
        <translation>تُطبع على ورق أبيض بمقاس النماذج، بنسبة 100 %، ويُغذّى كما تُغذّى النماذج. تعرض علامات ومساطر وحقول النموذج.</translation>
    </message>
    <message>
        <source>2. Measure where the crosses are</source>
        <translation>2. قِس موضع العلامات</translation>
    </message>
    <message>
        <source>Left edge of the paper to the left crosses</source>
        <translation>من حافة الورق اليسرى إلى العلامات اليسرى</translation>
    </message>
    <message>
        <source>Upper edge of the paper to the upper crosses</source>
        <translation>من حافة الورق العليا إلى العلامات العليا</translation>
    </message>
    <message>
        <source>Between the crosses, across</source>
        <translation>بين العلامات أفقيًا</translation>
    </message>
    <message>
        <source>Between the crosses, down</source>
        <translation>بين العلامات عموديًا</translation>
    </message>
    <message>
        <source>Printer {printer}</source>
        <translation>الطابعة {printer}</translation>
    </message>
    <message>
        <source>Values further right by</source>
        <translation>إزاحة القيم يمينًا بمقدار</translation>
    </message>
    <message>
        <source>Values further down by</source>
        <translation>إزاحة القيم نزولًا بمقدار</translation>
    </message>
    <message>
        <source>Distances on paper</source>
        <translation>المسافات على الورق</translation>
    </message>
    <message>
        <source>Printed. Now measure the crosses with a ruler.</source>
        <translation>طُبعت الصفحة. قِس الآن العلامات بالمسطرة.</translation>
    </message>
    <message>
        <source>Worked out. Print the page again to see the crosses where they belong.</source>
        <translation>تم الاحتساب. اطبع الصفحة من جديد لترى العلامات في موضعها.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>مسجّل</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>مصفّى</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مسدّد</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>مفسوح</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Being amended</source>
        <translation>قيد التعديل</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>About the box</source>
        <translation>عن الحقل</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>The country profile: law, lists and form in use</source>
        <translation>ملف البلد: القانون واللوائح والنموذج المستعملة</translation>
    </message>
    <message>
        <source>No tariff loaded</source>
        <translation>لا تعرفة محمّلة</translation>
    </message>
    <message>
        <source>Tariff {edition}</source>
        <translation>التعرفة {edition}</translation>
    </message>
    <message>
        <source>No exchange rates</source>
        <translation>لا معدّلات تحويل</translation>
    </message>
    <message>
        <source>Rates {day}</source>
        <translation>معدّلات التحويل {day}</translation>
    </message>
    <message>
        <source>Rates {day}, old</source>
        <translation>معدّلات التحويل {day}، قديمة</translation>
    </message>
    <message>
        <source>The exchange rates are {days} days old: import the new ones.</source>
        <translation>مضى على معدّلات التحويل {days} يومًا: استورد المعدّلات الجديدة.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظ</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message>
        <source>What you keyed is kept in the recovery folder until you save.</source>
        <translation>ما أدخلتَه محفوظ في مجلد الاسترداد إلى أن تحفظ البيان.</translation>
    </message>
    <message>
        <source>Recovered, not saved</source>
        <translation>مسترجَع، غير محفوظ</translation>
    </message>
    <message>
        <source>This draft was open when the program ended: look it through and save it.</source>
        <translation>كانت هذه المسودة مفتوحة عند انتهاء البرنامج: راجعها واحفظها.</translation>
    </message>
    <message>
        <source>In memory only</source>
        <translation>في الذاكرة فقط</translation>
    </message>
    <message>
        <source>The disk takes nothing: free some space, or save as XML elsewhere.</source>
        <translation>القرص لا يقبل الكتابة: أفرِغ مساحة أو احفظ بصيغة XML في مكان آخر.</translation>
    </message>
    <message>
        <source>Waits for the server</source>
        <translation>بانتظار الخادم</translation>
    </message>
    <message>
        <source>The office&apos;s server does not answer. What you keyed is kept on this machine and is saved when the server is back; go on working.</source>
        <translation>خادم المكتب لا يجيب. ما أدخلته محفوظ على هذا الجهاز ويُحفظ على الخادم حين يعود؛ تابع عملك.</translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation>قراءة فقط</translation>
    </message>
    <message>
        <source>The program is already running with this data folder: here nothing is stored.</source>
        <translation>البرنامج يعمل من قبل على مجلد البيانات هذا: لا يُحفظ شيء من هنا.</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>{foreign} × {rate}</source>
        <translation>{foreign} × {rate}</translation>
    </message>
    <message>
        <source>{total} × {part} ÷ {whole}</source>
        <translation>{total} × {part} ÷ {whole}</translation>
    </message>
    <message>
        <source>{share} + {unit}</source>
        <translation>{share} + {unit}</translation>
    </message>
    <message>
        <source>sum of the amounts</source>
        <translation>مجموع المبالغ</translation>
    </message>
    <message>
        <source>{base} × {percent} ÷ 100</source>
        <translation>{base} × {percent} ÷ 100</translation>
    </message>
    <message>
        <source>{base} × {factor}</source>
        <translation>{base} × {factor}</translation>
    </message>
    <message>
        <source>{quantity} ÷ {per} × {amount} × {rate}</source>
        <translation>{quantity} ÷ {per} × {amount} × {rate}</translation>
    </message>
    <message>
        <source>{value} × {adjustment}</source>
        <translation>{value} × {adjustment}</translation>
    </message>
    <message>
        <source>the greater of {amount} and {least}</source>
        <translation>الأكبر من {amount} و{least}</translation>
    </message>
    <message>
        <source>the smaller of {amount} and {most}</source>
        <translation>الأصغر من {amount} و{most}</translation>
    </message>
    <message>
        <source>{amount} as keyed</source>
        <translation>{amount} كما أُدخل</translation>
    </message>
    <message>
        <source>{amount} rounded</source>
        <translation>{amount} بعد التدوير</translation>
    </message>
    <message>
        <source>{amount} ÷ {whole}</source>
        <translation>{amount} ÷ {whole}</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>تدوير النصف إلى أعلى</translation>
    </message>
    <message>
        <source>down</source>
        <translation>تدوير إلى أدنى</translation>
    </message>
    <message>
        <source>up</source>
        <translation>تدوير إلى أعلى</translation>
    </message>
    <message>
        <source>half up after binary arithmetic</source>
        <translation>تدوير النصف إلى أعلى بعد حساب ثنائي</translation>
    </message>
    <message>
        <source>CIF value</source>
        <translation>القيمة &quot;سيف&quot;</translation>
    </message>
    <message>
        <source>Statistical value</source>
        <translation>القيمة الإحصائيّة</translation>
    </message>
    <message>
        <source>Invoice value</source>
        <translation>قيمة الفاتورة</translation>
    </message>
    <message>
        <source>Total costs</source>
        <translation>مجموع النفقات</translation>
    </message>
    <message>
        <source>Retail price</source>
        <translation>سعر البيع بالتجزئة</translation>
    </message>
    <message>
        <source>Item duties</source>
        <translation>رسوم البنود</translation>
    </message>
    <message>
        <source>Amount of the tax</source>
        <translation>مبلغ الرسم</translation>
    </message>
    <message>
        <source>A base is never below zero</source>
        <translation>لا ينزل الوعاء عن الصفر</translation>
    </message>
    <message>
        <source>Tax base</source>
        <translation>وعاء الرسم</translation>
    </message>
    <message>
        <source>External freight</source>
        <translation>الشحن الخارجي</translation>
    </message>
    <message>
        <source>Internal freight</source>
        <translation>الشحن الداخلي</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>التأمين</translation>
    </message>
    <message>
        <source>Other costs</source>
        <translation>المصاريف الأخرى</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>الخصومات</translation>
    </message>
    <message>
        <source>amount in its currency</source>
        <translation>المبلغ بعملته</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>المعدّل</translation>
    </message>
    <message>
        <source>amount shared out</source>
        <translation>المبلغ المجزّأ</translation>
    </message>
    <message>
        <source>the item&apos;s weight in it</source>
        <translation>حصة البند منه</translation>
    </message>
    <message>
        <source>weight of all items</source>
        <translation>مجموع حصص البنود</translation>
    </message>
    <message>
        <source>share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>smallest unit</source>
        <translation>أصغر وحدة</translation>
    </message>
    <message>
        <source>tax base</source>
        <translation>وعاء الرسم</translation>
    </message>
    <message>
        <source>rate in percent</source>
        <translation>المعدّل بالمئة</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>المعامل</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>for each</source>
        <translation>لكل</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>adjustment (box 45)</source>
        <translation>التصحيح (الحقل 45)</translation>
    </message>
    <message>
        <source>least amount</source>
        <translation>المبلغ الأدنى</translation>
    </message>
    <message>
        <source>greatest amount</source>
        <translation>المبلغ الأقصى</translation>
    </message>
    <message>
        <source>{rule} (decimals: {decimals})</source>
        <translation>{rule} (المنازل العشرية: {decimals})</translation>
    </message>
    <message>
        <source>Declared tax worked out again</source>
        <translation>إعادة احتساب الرسم المصرَّح به</translation>
    </message>
    <message>
        <source>As the file declares it</source>
        <translation>كما ورد في الملف</translation>
    </message>
    <message>
        <source>Keyed by hand</source>
        <translation>مُدخل يدويًا</translation>
    </message>
    <message>
        <source>Percentage and amounts per unit</source>
        <translation>نسبة مئوية ومبالغ لكل وحدة</translation>
    </message>
    <message>
        <source>Percentage of the base</source>
        <translation>نسبة مئوية من الوعاء</translation>
    </message>
    <message>
        <source>Amount per unit</source>
        <translation>مبلغ لكل وحدة</translation>
    </message>
    <message>
        <source>Least amount</source>
        <translation>الحد الأدنى للمبلغ</translation>
    </message>
    <message>
        <source>Greatest amount</source>
        <translation>الحد الأقصى للمبلغ</translation>
    </message>
    <message>
        <source>Bracket by the value keyed</source>
        <translation>الشريحة بحسب القيمة المُدخلة</translation>
    </message>
    <message>
        <source>External freight in its currency</source>
        <translation>الشحن الخارجي بعملته</translation>
    </message>
    <message>
        <source>Internal freight in its currency</source>
        <translation>الشحن الداخلي بعملته</translation>
    </message>
    <message>
        <source>Insurance in its currency</source>
        <translation>التأمين بعملته</translation>
    </message>
    <message>
        <source>Other costs in their currency</source>
        <translation>المصاريف الأخرى بعملتها</translation>
    </message>
    <message>
        <source>Deductions in their currency</source>
        <translation>الخصومات بعملتها</translation>
    </message>
    <message>
        <source>Share of the invoice</source>
        <translation>الحصة من الفاتورة</translation>
    </message>
    <message>
        <source>Prices of all items</source>
        <translation>أثمان جميع البنود</translation>
    </message>
    <message>
        <source>keyed at the item</source>
        <translation>مُدخل في البند</translation>
    </message>
    <message>
        <source>One unit of what rounding left over</source>
        <translation>وحدة واحدة مما تركه التدوير</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>SuccessorOffers</name>
    <message>
        <source>Successors of ended tariff lines</source>
        <translation>البنود البديلة للبنود المنتهية</translation>
    </message>
</context>
<context>
    <name>SuccessorsDialog</name>
    <message>
        <source>Tariff lines that are in force no more</source>
        <translation>بنود تعرفة لم تعد سارية</translation>
    </message>
    <message>
        <source>These codes are no longer in the tariff of the day. Choose what follows each of them; one undo takes all of it back.</source>
        <translation>هذه الرموز لم تعد في تعرفة اليوم. اختر البديل لكل منها؛ تراجع واحد يعيدها كلها.</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>إ&amp;ختيار</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>&amp;رجوع</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Ended code</source>
        <translation>الرمز المنتهي</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>من الآن</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} بنود</translation>
    </message>
    <message>
        <source>What follows {code}</source>
        <translation>بديل {code}</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>دون تغيير</translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Rows with remarks</source>
        <translation>صفوف عليها ملاحظات</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Rows with remarks: {count}</source>
        <translation>صفوف عليها ملاحظات: {count}</translation>
    </message>
</context>
<context>
    <name>TaxModel</name>
    <message>
        <source>1 paid</source>
        <translation>1 مدفوع</translation>
    </message>
    <message>
        <source>0 guaranteed</source>
        <translation>0 مكفول</translation>
    </message>
    <message>
        <source>E exempt</source>
        <translation>E معفى</translation>
    </message>
    <message>
        <source>keyed by hand</source>
        <translation>مُدخَل يدويًّا</translation>
    </message>
    <message>
        <source>the file says {amount}</source>
        <translation>في الملف {amount}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Commodity code</source>
        <translation>رمز بند التعرفة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>الرسم</translation>
    </message>
    <message>
        <source>Tax base</source>
        <translation>وعاء الرسم</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدّل</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>TemplateCommands</name>
    <message>
        <source>Template {name} is saved.</source>
        <translation>حُفظ القالب {name}.</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>What stays</source>
        <translation>ما يبقى</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Looking through the template</source>
        <translation>استعراض القالب</translation>
    </message>
</context>
<context>
    <name>TemplateReport</name>
    <message>
        <source>What becomes of the template</source>
        <translation>ما يحدث للقالب</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>In the template</source>
        <translation>في القالب</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>ما يحدث له</translation>
    </message>
    <message>
        <source>Cleared for the new shipment</source>
        <translation>يُفرَّغ للإرسالية الجديدة</translation>
    </message>
    <message>
        <source>put in anew</source>
        <translation>يوضع من جديد</translation>
    </message>
    <message>
        <source>asked for next</source>
        <translation>يُسأل عنه لاحقًا</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>يُفرَّغ</translation>
    </message>
    <message>
        <source>No longer in force</source>
        <translation>لم يعد ساريًا</translation>
    </message>
    <message>
        <source>Rates that changed since the template was saved</source>
        <translation>فئات تغيّرت منذ حفظ القالب</translation>
    </message>
    <message>
        <source>Changed in the last declaration made from it</source>
        <translation>ما تغيّر في آخر بيان أُعد منه</translation>
    </message>
    <message>
        <source>last time: {value}</source>
        <translation>في المرة الأخيرة: {value}</translation>
    </message>
    <message>
        <source>No longer in force in this template: {codes}. Rates changed since it was saved: {rates}. Correct them in the new declaration, then save the template again.</source>
        <translation>رموز في هذا القالب لم تعد سارية: {codes}. فئات تغيّرت منذ حفظه: {rates}. صحّحها في البيان الجديد ثم احفظ القالب من جديد.</translation>
    </message>
</context>
<context>
    <name>TemplatesRoom</name>
    <message>
        <source>Name, importer or goods</source>
        <translation>الاسم أو المستورد أو البضاعة</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>البحث في القوالب</translation>
    </message>
    <message>
        <source>Ended too</source>
        <translation>مع المنتهية</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>اسم القالب</translation>
    </message>
    <message>
        <source>New &amp;declaration</source>
        <translation>&amp;بيان جديد</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>إعادة ال&amp;تسمية</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>Add from &amp;XML files…</source>
        <translation>إضافة من ملفات &amp;XML…</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>غُيّر الاسم.</translation>
    </message>
    <message>
        <source>{name} is offered no more; tick “Ended too” to find it.</source>
        <translation>لن يُعرض {name} بعد الآن؛ علّم «مع المنتهية» لتجده.</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>يُعرض {name} من جديد.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>المستورد</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>البضاعة</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استعمال</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>القوالب</translation>
    </message>
    <message>
        <source>{name} (ended)</source>
        <translation>{name} (منتهٍ)</translation>
    </message>
    <message>
        <source>Offer &amp;again</source>
        <translation>عرضه من &amp;جديد</translation>
    </message>
    <message>
        <source>Saved on {day} by {who}. {kept}</source>
        <translation>حفظه {who} في {day}. {kept}</translation>
    </message>
    <message>
        <source>amounts</source>
        <translation>المبالغ</translation>
    </message>
    <message>
        <source>masses</source>
        <translation>الأوزان</translation>
    </message>
    <message>
        <source>taxes keyed by hand</source>
        <translation>الرسوم المدخلة يدويًا</translation>
    </message>
    <message>
        <source>Amounts and masses are keyed anew each time.</source>
        <translation>تُدخل المبالغ والأوزان من جديد كل مرة.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Kept for the next shipment: {parts}.</source>
        <translation>يبقى للإرسالية التالية: {parts}.</translation>
    </message>
    <message>
        <source>Templates added: {count}.</source>
        <translation>القوالب المضافة: {count}.</translation>
    </message>
    <message>
        <source>And {count} more files were refused.</source>
        <translation>ورُفضت ملفات أخرى عددها {count}.</translation>
    </message>
    <message>
        <source>No template holds {typed}.</source>
        <translation>لا قالب فيه {typed}.</translation>
    </message>
    <message>
        <source>No template yet. Open a declaration you make again and again and choose “Save as template”, or add XML files of former ones.</source>
        <translation>لا قوالب بعد. افتح بيانًا تكرر مثله واختر «حفظ قالبًا»، أو أضف ملفات XML لبيانات سابقة.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>The header of the template</source>
        <translation>رأس القالب</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>Page {page}</source>
        <translation>الصفحة {page}</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Your declarations</source>
        <translation>بياناتك</translation>
    </message>
    <message>
        <source>The library holds every declaration by its status. {library} searches it, {new} begins a new one, {load_xml} loads an XML file.</source>
        <translation>في المكتبة كل بيان بحسب حالته. يبحث فيها {library}، ويبدأ {new} بيانًا جديدًا، ويحمّل {load_xml} ملف XML.</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Key as on paper: Tab goes on, {go_to_box} to any box by its number. F3 finds a code, {explain} explains the box. What the program fills in is blue; you can key over it.</source>
        <translation>أدخل كما على الورق: ينقلك Tab إلى الحقل التالي، و{go_to_box} إلى أي حقل برقمه. يبحث F3 عن رمز، ويشرح {explain} الحقل. ما يملؤه البرنامج أزرق، ويمكنك الكتابة فوقه.</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>كم يكلّف</translation>
    </message>
    <message>
        <source>CIF value, duties and total are computed as you key. Enter on an amount shows where it comes from, step by step.</source>
        <translation>تُحسب القيمة &quot;سيف&quot; والرسوم والمجموع أثناء الإدخال. اضغط Enter على مبلغ لترى مصدره خطوة خطوة.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <source>{verify} lists what is wrong and what to do about it. Enter goes to the box.</source>
        <translation>يعرض {verify} الأخطاء وما يجب عمله. وينقلك Enter إلى الحقل.</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>لا يضيع شيء</translation>
    </message>
    <message>
        <source>{save} stores, {print} prints. What is not stored yet is kept all the same, also through a power cut. {manual} opens the manual; this tour is in the menu Help.</source>
        <translation>يحفظ {save} البيان، ويطبعه {print}. وما لم تحفظه بعد مصون أيضًا، حتى عند انقطاع الكهرباء. يفتح {manual} الدليل؛ وهذه الجولة في قائمة «مساعدة».</translation>
    </message>
    <message>
        <source>&amp;End the tour</source>
        <translation>إ&amp;نهاء الجولة</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>الخطوة {step} من {steps}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ال&amp;تالي</translation>
    </message>
</context>
<context>
    <name>TrackingRoom</name>
    <message>
        <source>Declaration number, reference or bill of lading</source>
        <translation>رقم البيان أو المرجع أو بوليصة الشحن</translation>
    </message>
    <message>
        <source>Search by number or bill</source>
        <translation>بحث بالرقم أو البوليصة</translation>
    </message>
    <message>
        <source>Open the declaration</source>
        <translation>فتح البيان</translation>
    </message>
    <message>
        <source>No declaration has this number, reference or bill.</source>
        <translation>لا بيان بهذا الرقم أو المرجع أو البوليصة.</translation>
    </message>
    <message>
        <source>No declaration is saved yet.</source>
        <translation>لا بيان محفوظ بعد.</translation>
    </message>
    <message>
        <source>{declaration}: {status}</source>
        <translation>{declaration}: {status}</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>لم تُنجز بعد</translation>
    </message>
    <message>
        <source>Press it to note what customs say.</source>
        <translation>اضغطها لتدوين ما تقوله الجمارك.</translation>
    </message>
    <message>
        <source>Noted by {who} from what customs say. {remark}</source>
        <translation>دوّنها {who} نقلًا عن الجمارك. {remark}</translation>
    </message>
    <message>
        <source>Done by {who}.</source>
        <translation>أنجزها {who}.</translation>
    </message>
    <message>
        <source>Note when customs completed this stage. It stands in the history of the declaration with your name.</source>
        <translation>دوّن متى أنجزت الجمارك هذه المرحلة. تبقى في سجل البيان باسمك.</translation>
    </message>
    <message>
        <source>Noted in the history.</source>
        <translation>دُوّنت في السجل.</translation>
    </message>
    <message>
        <source>Taken back; the history keeps both.</source>
        <translation>أُلغي التدوين؛ والسجل يحفظ الأمرين.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>المرسل إليه</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Declarations found</source>
        <translation>البيانات التي وُجدت</translation>
    </message>
</context>
<context>
    <name>UnitsPopup</name>
    <message>
        <source>Supplementary units</source>
        <translation>الوحدات الإضافيّة</translation>
    </message>
</context>
<context>
    <name>Unreadable</name>
    <message>
        <source>The text holds a control character; remove it.</source>
        <translation>يحتوي النص رمز تحكّم؛ احذفه.</translation>
    </message>
    <message>
        <source>The text is too long for this box.</source>
        <translation>النص أطول من سعة هذا الحقل.</translation>
    </message>
    <message>
        <source>Type 1 for yes or 0 for no.</source>
        <translation>اكتب 1 لنعم أو 0 للا.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>هذا ليس رقمًا.</translation>
    </message>
    <message>
        <source>The value cannot be negative.</source>
        <translation>لا يمكن أن تكون القيمة سالبة.</translation>
    </message>
    <message>
        <source>The number has too many decimals.</source>
        <translation>الكسور العشرية في الرقم أكثر من المسموح.</translation>
    </message>
    <message>
        <source>The number is too long for this box.</source>
        <translation>الرقم أطول من سعة هذا الحقل.</translation>
    </message>
    <message>
        <source>Type the day as day/month/year.</source>
        <translation>اكتب التاريخ على شكل يوم/شهر/سنة.</translation>
    </message>
    <message>
        <source>There is no such day in the calendar.</source>
        <translation>لا وجود لهذا اليوم في التقويم.</translation>
    </message>
    <message>
        <source>The list of the day does not have this code.</source>
        <translation>لا تحتوي اللائحة السارية في هذا التاريخ على هذا الرمز.</translation>
    </message>
</context>
<context>
    <name>Use</name>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Partly used</source>
        <translation>مستعملة جزئيًّا</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>مستنفدة</translation>
    </message>
    <message>
        <source>Over-used</source>
        <translation>مستعملة بأكثر مما فيها</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>Give the name the user signs in with.</source>
        <translation>أدخل الاسم الذي يسجل به المستخدم دخوله.</translation>
    </message>
    <message>
        <source>Another user signs in with this name; choose another.</source>
        <translation>يستخدم مستخدم آخر هذا الاسم؛ اختر اسماً غيره.</translation>
    </message>
    <message>
        <source>Give the user&apos;s first or last name.</source>
        <translation>أدخل الاسم الأول للمستخدم أو اسم عائلته.</translation>
    </message>
    <message>
        <source>Grant at least one service.</source>
        <translation>امنح خدمة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>One general user must remain who can sign in.</source>
        <translation>يجب أن يبقى مستخدم عام واحد يمكنه تسجيل الدخول.</translation>
    </message>
    <message>
        <source>An e-mail address is written name@office.example.</source>
        <translation>يُكتب البريد الإلكتروني هكذا: name@office.example.</translation>
    </message>
    <message>
        <source>at least {length} signs</source>
        <translation>{length} خانات على الأقل</translation>
    </message>
    <message>
        <source>a capital letter</source>
        <translation>حرف لاتيني كبير</translation>
    </message>
    <message>
        <source>a small letter</source>
        <translation>حرف لاتيني صغير</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>a sign that is no letter or digit</source>
        <translation>رمز ليس حرفاً ولا رقماً</translation>
    </message>
    <message>
        <source>not the user&apos;s name in it</source>
        <translation>ألا تحتوي على اسم المستخدم</translation>
    </message>
</context>
<context>
    <name>UserError</name>
    <message>
        <source>No backup could be written to {folder} ({reason}). The database was not touched.</source>
        <translation>تعذّرت كتابة نسخة احتياطية في {folder} ({reason}). لم تُمسّ قاعدة البيانات.</translation>
    </message>
    <message>
        <source>The declaration is no longer in the database.</source>
        <translation>لم يعد البيان موجودًا في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>The declaration is registered and was not stored: it is changed by an amendment only.</source>
        <translation>البيان مسجَّل ولم يُحفظ: لا يُغيَّر إلا بتعديل.</translation>
    </message>
    <message>
        <source>A registered declaration stays in the library; only drafts go.</source>
        <translation>البيان المسجّل يبقى في المكتبة؛ لا تُحذف إلا المسودات.</translation>
    </message>
    <message>
        <source>This installation cannot reach a PostgreSQL server. Install the program with its PostgreSQL part, or leave the database address in the settings empty.</source>
        <translation>هذه النسخة لا تستطيع الاتصال بخادم PostgreSQL. ثبّت البرنامج مع جزء PostgreSQL، أو اترك عنوان قاعدة البيانات في الإعدادات فارغًا.</translation>
    </message>
    <message>
        <source>The database address in the settings begins with {scheme}; it must begin with postgresql: or be empty.</source>
        <translation>عنوان قاعدة البيانات في الإعدادات يبدأ بـ {scheme}؛ يجب أن يبدأ بـ postgresql: أو أن يكون فارغًا.</translation>
    </message>
    <message>
        <source>The database {place} cannot be used now ({reason}). What is open stays open: make room or free the file, and save again.</source>
        <translation>لا يمكن استعمال قاعدة البيانات {place} الآن ({reason}). ما هو مفتوح يبقى مفتوحًا: وفّر مساحة أو حرّر الملف ثم احفظ من جديد.</translation>
    </message>
    <message>
        <source>The office&apos;s database {place} cannot be reached now ({reason}). What is open stays open: check the connection, and save again.</source>
        <translation>تعذّر الوصول إلى قاعدة بيانات المكتب {place} الآن ({reason}). ما هو مفتوح يبقى مفتوحًا: تحقّق من الاتصال ثم احفظ من جديد.</translation>
    </message>
    <message>
        <source>The database {place} is damaged. Put the newest file of the backups folder in its place; what is open stays open and can be saved then.</source>
        <translation>قاعدة البيانات {place} متضررة. ضع أحدث ملف من مجلد النسخ الاحتياطية مكانها؛ ما هو مفتوح يبقى مفتوحًا ويمكن حفظه بعد ذلك.</translation>
    </message>
    <message>
        <source>The database was written by a newer version of the program (its revision is {revision}, this program knows {newest}). Install the newer version.</source>
        <translation>كتب قاعدة البيانات إصدار أحدث من البرنامج (مراجعتها {revision} وهذا البرنامج يعرف {newest}). ثبّت الإصدار الأحدث.</translation>
    </message>
    <message>
        <source>The database {name} belongs to another program. Give another database in the settings.</source>
        <translation>قاعدة البيانات {name} تخص برنامجًا آخر. حدّد قاعدة أخرى في الإعدادات.</translation>
    </message>
    <message>
        <source>The program&apos;s file {name} is missing or damaged. Install the program again.</source>
        <translation>ملف البرنامج {name} مفقود أو متضرر. أعد تثبيت البرنامج.</translation>
    </message>
    <message>
        <source>This window only reads, because the program is already running with the same data folder. Store it there, or close that program and start this one again; until then Save XML keeps your work.</source>
        <translation>هذه النافذة للقراءة فقط، لأن البرنامج يعمل من قبل على مجلد البيانات نفسه. احفظ هناك، أو أغلق ذلك البرنامج وشغّل هذا من جديد؛ وإلى ذلك الحين يحفظ «حفظ XML» عملك.</translation>
    </message>
    <message>
        <source>The picture in {place} cannot be printed: it is damaged or no picture.</source>
        <translation>لا يمكن طبع الصورة في {place}: هي متضررة أو ليست صورة.</translation>
    </message>
    <message>
        <source>The program is already running with the data folder {folder} (process {process} on {machine}). Go on there, or close it first.</source>
        <translation>البرنامج يعمل سلفًا على مجلد البيانات {folder} (العملية {process} على {machine}). تابع هناك أو أغلقه أولًا.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be written to ({reason}). You can work on, but nothing is kept when the program ends.</source>
        <translation>لا يمكن الكتابة في مجلد البيانات {folder} ({reason}). يمكنك متابعة العمل، لكن لا يُحفظ شيء عند إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be made ({reason}). You can work on, but declarations cannot be stored.</source>
        <translation>تعذّر إنشاء مجلد البيانات {folder} ({reason}). يمكنك متابعة العمل، لكن لا يمكن حفظ البيانات.</translation>
    </message>
    <message>
        <source>{name} was not opened: it is larger than {megabytes} megabytes.</source>
        <translation>لم يُفتح {name}: حجمه أكبر من {megabytes} ميغابايت.</translation>
    </message>
    <message>
        <source>{name} was not opened: it holds too many elements.</source>
        <translation>لم يُفتح {name}: عدد عناصره أكبر من المسموح.</translation>
    </message>
    <message>
        <source>{name} was not opened: it is no declaration, its first element in line {line} is “{root}”.</source>
        <translation>لم يُفتح {name}: ليس بيانًا جمركيًا، عنصره الأول في السطر {line} هو «{root}».</translation>
    </message>
    <message>
        <source>{name} was not opened: its elements in line {line} are nested too deep or too long.</source>
        <translation>لم يُفتح {name}: عناصره في السطر {line} متداخلة أو طويلة أكثر من المسموح.</translation>
    </message>
    <message>
        <source>{name} was not opened: it is not well-formed XML in line {line} ({reason}).</source>
        <translation>لم يُفتح {name}: بنية XML غير سليمة في السطر {line} ({reason}).</translation>
    </message>
    <message>
        <source>{name} was not opened: line {line} holds a document type definition, which no declaration needs.</source>
        <translation>لم يُفتح {name}: يحتوي السطر {line} تعريف نوع المستند (DOCTYPE) ولا حاجة لأي بيان إليه.</translation>
    </message>
    <message>
        <source>{name} was not opened: line 1 gives the encoding “{encoding}”, which is not known or not the file&apos;s own.</source>
        <translation>لم يُفتح {name}: يذكر السطر 1 الترميز «{encoding}» وهو غير معروف أو ليس ترميز الملف.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>تعذّر إنشاء المجلد {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full. You can work on, but what you key now is kept in memory only: make room.</source>
        <translation>قرص {folder} ممتلئ. يمكنك متابعة العمل، لكن ما تدخله الآن يبقى في الذاكرة فقط: وفّر مساحة.</translation>
    </message>
    <message>
        <source>The recovery folder {folder} cannot be written to ({reason}). You can work on, but what you key now is kept in memory only.</source>
        <translation>لا يمكن الكتابة في مجلد الاسترجاع {folder} ({reason}). يمكنك متابعة العمل، لكن ما تدخله الآن يبقى في الذاكرة فقط.</translation>
    </message>
    <message>
        <source>The recovery file {path} cannot be read now ({reason}); it is kept.</source>
        <translation>لا يمكن قراءة ملف الاسترجاع {path} الآن ({reason})؛ وقد أُبقي عليه.</translation>
    </message>
    <message>
        <source>A recovery file is damaged and could not be opened; it is kept as {path}.</source>
        <translation>ملف استرجاع متضرر ولم يمكن فتحه؛ وقد حُفظ باسم {path}.</translation>
    </message>
    <message>
        <source>The recovery file {path} was written by a newer version of the program; it is kept for that version.</source>
        <translation>كتب ملف الاسترجاع {path} إصدار أحدث من البرنامج؛ وقد أُبقي عليه لذلك الإصدار.</translation>
    </message>
    <message>
        <source>The draft in {path} is recovered, but the file it was imported from is damaged; what is exported holds the fields of the form only.</source>
        <translation>استُرجعت المسودة من {path}، لكن الملف الذي استُوردت منه متضرر؛ لن يحتوي التصدير إلا حقول النموذج.</translation>
    </message>
    <message>
        <source>The settings could not be written to {path} ({reason}); they hold until the program ends.</source>
        <translation>تعذّرت كتابة الإعدادات في {path} ({reason})؛ تبقى سارية حتى إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>The settings file is damaged; the settings are those of a new installation. The former file is kept as {path}.</source>
        <translation>ملف الإعدادات متضرر؛ الإعدادات الآن كما في تثبيت جديد. حُفظ الملف السابق باسم {path}.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read ({reason}); the settings are those of a new installation.</source>
        <translation>لا يمكن قراءة ملف الإعدادات {path} ({reason})؛ الإعدادات الآن كما في تثبيت جديد.</translation>
    </message>
    <message>
        <source>Some settings in {path} are not understood and have their first value again: {names}.</source>
        <translation>بعض الإعدادات في {path} غير مفهومة وأُعيدت إلى قيمتها الأولى: {names}.</translation>
    </message>
    <message>
        <source>The profile {file} was not used: it is no TOML file: {reason}.</source>
        <translation>لم يُستعمل ملف البلد {file}: ليس ملف TOML: {reason}.</translation>
    </message>
    <message>
        <source>The profile {file} was not used: the key {key} is not known. Correct its spelling or remove it.</source>
        <translation>لم يُستعمل ملف البلد {file}: المفتاح {key} غير معروف. صحّح كتابته أو احذفه.</translation>
    </message>
    <message>
        <source>The profile {file} was not used: {key} cannot be so: {reason}.</source>
        <translation>لم يُستعمل ملف البلد {file}: لا يصح {key} هكذا: {reason}.</translation>
    </message>
    <message>
        <source>The profile {file} was not used: {key} is missing.</source>
        <translation>لم يُستعمل ملف البلد {file}: المفتاح {key} ناقص.</translation>
    </message>
    <message>
        <source>The profile {file} was not used: {key} must be {wanted}.</source>
        <translation>لم يُستعمل ملف البلد {file}: يجب أن يكون {key} من النوع {wanted}.</translation>
    </message>
    <message>
        <source>The PDF file {name} cannot be written. Choose another folder, or close the program that has it open.</source>
        <translation>لا يمكن كتابة ملف PDF باسم {name}. اختر مجلدًا آخر، أو أغلق البرنامج الذي يفتحه.</translation>
    </message>
    <message>
        <source>{who} stored this declaration on {day} at {time}, after you opened it. Fields that differ: {count} (boxes {boxes}). Yours is still open and was not stored.</source>
        <translation>حفظ {who} هذا البيان بتاريخ {day} الساعة {time} بعد أن فتحته. عدد الحقول المختلفة: {count} (الحقول {boxes}). نسختك ما زالت مفتوحة ولم تُحفظ.</translation>
    </message>
    <message>
        <source>{path} was not opened: there is no such file.</source>
        <translation>لم يُفتح {path}: لا وجود لهذا الملف.</translation>
    </message>
    <message>
        <source>{path} was not opened: you may not read it. Ask for the right to.</source>
        <translation>لم يُفتح {path}: لا تملك حق قراءته. اطلب هذا الحق.</translation>
    </message>
    <message>
        <source>{path} was not opened: {reason}.</source>
        <translation>لم يُفتح {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} was not opened: it is a folder. Choose a file in it.</source>
        <translation>لم يُفتح {path}: هو مجلد. اختر ملفًا فيه.</translation>
    </message>
    <message>
        <source>{path} was not opened: it is no file.</source>
        <translation>لم يُفتح {path}: ليس ملفًا.</translation>
    </message>
    <message>
        <source>{path} was not written: {reason}. Choose another folder, or close the program that has it open.</source>
        <translation>لم يُكتب {path}: {reason}. اختر مجلدًا آخر، أو أغلق البرنامج الذي يفتحه.</translation>
    </message>
    <message>
        <source>{name} was not opened: line 1 says that a newer version of the program wrote it.</source>
        <translation>لم يُفتح {name}: يذكر السطر 1 أن إصدارًا أحدث من البرنامج كتبه.</translation>
    </message>
    <message>
        <source>The picture {path} cannot be written; choose another folder or name.</source>
        <translation>لا يمكن كتابة الصورة {path}؛ اختر مجلدًا أو اسمًا آخر.</translation>
    </message>
    <message>
        <source>{size} is no size of a window; write it like 1600x1000.</source>
        <translation>{size} ليس مقاس نافذة؛ اكتبه على شكل 1600x1000.</translation>
    </message>
    <message>
        <source>The page cannot be shown: the PDF made of it is damaged.</source>
        <translation>لا يمكن عرض الصفحة: ملف PDF الناتج عنها متضرر.</translation>
    </message>
    <message>
        <source>The print design {file} was not used: it is no TOML file: {reason}.</source>
        <translation>لم يُستعمل تصميم الطباعة {file}: ليس ملف TOML: {reason}.</translation>
    </message>
    <message>
        <source>The print design {file} was not used: line {line}: {key} must be {wanted}.</source>
        <translation>لم يُستعمل تصميم الطباعة {file}: السطر {line}: يجب أن يكون {key} {wanted}.</translation>
    </message>
    <message>
        <source>The printer {name} does not answer. Switch it on, choose another, or save a PDF file; the declaration is as it was.</source>
        <translation>الطابعة {name} لا تستجيب. شغّلها أو اختر غيرها أو احفظ ملف PDF؛ والبيان كما كان.</translation>
    </message>
    <message>
        <source>{typed} are no pages of this paper; write them like 1-3, 5.</source>
        <translation>{typed} ليست صفحات من هذا المطبوع؛ اكتبها مثل 1-3, 5.</translation>
    </message>
    <message>
        <source>The print design {file} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة تصميم الطباعة {file}: {reason}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}; choose another.</source>
        <translation>لا وجود للمجلد {folder}؛ اختر غيره.</translation>
    </message>
    <message>
        <source>There is no print design {name}; there are: {names}.</source>
        <translation>لا وجود لتصميم الطباعة {name}؛ التصاميم الموجودة: {names}.</translation>
    </message>
    <message>
        <source>The print design {name} has no page here: the declaration holds nothing it is made for.</source>
        <translation>لا صفحة لتصميم الطباعة {name} هنا: لا يحتوي البيان ما وُضع التصميم له.</translation>
    </message>
    <message>
        <source>The offsets of printer {printer} cannot be kept ({reason}). They hold until the program is closed.</source>
        <translation>لا يمكن حفظ إزاحات الطابعة {printer} ({reason}). تبقى سارية حتى إغلاق البرنامج.</translation>
    </message>
    <message>
        <source>{user} changed {code} in this list meanwhile. Look at it again, then change it.</source>
        <translation>عدَّل {user} الرمز {code} في هذه اللائحة في هذه الأثناء. انظر فيه من جديد ثم عدِّله.</translation>
    </message>
    <message>
        <source>The manifest is no longer in the database.</source>
        <translation>المانيفست لم يعد في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Manifest {voyage} is kept {count} times. Key the customs office and the date of the voyage in box A to say which one is meant.</source>
        <translation>المانيفست {voyage} محفوظ {count} مرات. أدخل مكتب الجمارك وتاريخ الرحلة في الحقل A لتحديد المقصود.</translation>
    </message>
    <message>
        <source>Bill {bill} has {packages} packages and {mass} kg left, and this declaration uses {used_packages} packages and {used_mass} kg. Open the bill to see which declarations have used it.</source>
        <translation>بقي من البوليصة {bill} من الطرود {packages} ومن الوزن {mass} كلغ، وهذا البيان يستعمل {used_packages} طردًا و{used_mass} كلغ. افتح البوليصة لترى أيّ بيانات استعملتها.</translation>
    </message>
    <message>
        <source>Key the voyage number.</source>
        <translation>أدخل رقم الرحلة.</translation>
    </message>
    <message>
        <source>The voyage arrives before it departs: correct one of the two dates.</source>
        <translation>تصل الرحلة قبل مغادرتها: صحّح أحد التاريخين.</translation>
    </message>
    <message>
        <source>Key the number of the bill.</source>
        <translation>أدخل رقم البوليصة.</translation>
    </message>
    <message>
        <source>Packages and gross mass of a bill cannot be below zero.</source>
        <translation>لا يجوز أن يكون عدد طرود البوليصة أو وزنها القائم دون الصفر.</translation>
    </message>
    <message>
        <source>The manifest has a bill of this number already.</source>
        <translation>في المانيفست بوليصة بهذا الرقم.</translation>
    </message>
    <message>
        <source>The voyage {voyage} is kept already for this office and these dates: open that one.</source>
        <translation>الرحلة {voyage} محفوظة لهذا المكتب وهذه التواريخ: افتح المحفوظة.</translation>
    </message>
    <message>
        <source>Declarations have used {count} bills of this manifest; it stays for their history.</source>
        <translation>استعملت البيانات بوليصات من هذا المانيفست عددها {count}؛ يبقى حفظًا لتاريخها.</translation>
    </message>
    <message>
        <source>Declarations have used this bill; it stays for their history.</source>
        <translation>استعملت البيانات هذه البوليصة؛ تبقى حفظًا لتاريخها.</translation>
    </message>
    <message>
        <source>The template is no longer in the database.</source>
        <translation>لم يعد القالب موجودًا في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>{who} changed this template after you opened it; nothing was stored. Look at it again, or save yours under another name.</source>
        <translation>غيّر {who} هذا القالب بعد أن فتحته؛ لم يُحفظ شيء. راجعه من جديد، أو احفظ قالبك باسم آخر.</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>أعطِ القالب اسمًا.</translation>
    </message>
    <message>
        <source>The database {place} already holds an office. Give an empty database; nothing was copied.</source>
        <translation>قاعدة البيانات {place} فيها مكتب من قبل. حدّد قاعدة بيانات فارغة؛ لم يُنسخ شيء.</translation>
    </message>
    <message>
        <source>Row {number} of the table {table} (key {key}) did not arrive as it was. Nothing was moved; the office stays where it is.</source>
        <translation>لم يصل السطر {number} من الجدول {table} (المفتاح {key}) كما كان. لم يُنقل شيء؛ يبقى المكتب حيث هو.</translation>
    </message>
    <message>
        <source>{file} is no backup of this program, or it is damaged. Nothing was changed: choose another backup.</source>
        <translation>الملف {file} ليس نسخة احتياطية لهذا البرنامج، أو هو تالف. لم يتغيّر شيء: اختر نسخة أخرى.</translation>
    </message>
    <message>
        <source>{file} was made by a newer version of the program ({program}). Install that version first; nothing was changed.</source>
        <translation>الملف {file} من إصدار أحدث من البرنامج ({program}). ثبّت ذلك الإصدار أولًا؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>No backup could be written to {folder} ({reason}). Make room there or choose another folder; what is stored is not touched.</source>
        <translation>تعذّرت كتابة نسخة احتياطية في {folder} ({reason}). أفرغ مساحة هناك أو اختر مجلدًا آخر؛ لم يُمسّ ما هو محفوظ.</translation>
    </message>
    <message>
        <source>The database in {file} is damaged. Nothing was changed: choose another backup.</source>
        <translation>قاعدة البيانات في {file} تالفة. لم يتغيّر شيء: اختر نسخة أخرى.</translation>
    </message>
    <message>
        <source>The backup {file} was made by a newer version of the program (its revision is {revision}, this program knows {newest}). Install the newer version.</source>
        <translation>النسخة الاحتياطية {file} من إصدار أحدث من البرنامج (مراجعتها {revision}، وهذا البرنامج يعرف {newest}). ثبّت الإصدار الأحدث.</translation>
    </message>
    <message>
        <source>The disk of {folder} has no room for the backup: {megabytes} MB are needed. Make room; nothing was changed.</source>
        <translation>لا مساحة للنسخة الاحتياطية في قرص {folder}: يلزم {megabytes} ميغابايت. أفرغ مساحة؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The backup could not be put into {folder} ({reason}). Everything is as it was.</source>
        <translation>تعذّر وضع النسخة الاحتياطية في {folder} ({reason}). كل شيء كما كان.</translation>
    </message>
    <message>
        <source>A restored backup could not be put in its place in {folder} ({reason}). Nothing is lost: free the folder and start the program again.</source>
        <translation>تعذّر وضع النسخة المستعادة في مكانها في {folder} ({reason}). لم يُفقد شيء: حرّر المجلد وشغّل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>There is no such user any more.</source>
        <translation>لم يعد هذا المستخدم موجوداً.</translation>
    </message>
    <message>
        <source>You may not do this: it needs the service “{service}”. Ask the general user to grant it.</source>
        <translation>لا يحق لك ذلك: يتطلب الخدمة «{service}». اطلب من المستخدم العام منحها لك.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>سجّل دخولك أولاً.</translation>
    </message>
    <message>
        <source>You may not act for {companies}. Ask the general user to let you.</source>
        <translation>لا يحق لك العمل لحساب {companies}. اطلب ذلك من المستخدم العام.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>الاسم أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: {name} is locked until {time}. A general user can unlock it.</source>
        <translation>كلمات مرور خاطئة كثيرة: أُقفل حساب {name} حتى {time}. يمكن للمستخدم العام فتحه.</translation>
    </message>
    <message>
        <source>{name} may no longer sign in. Ask the general user to activate it.</source>
        <translation>لم يعد يحق لـ{name} تسجيل الدخول. اطلب من المستخدم العام تفعيله.</translation>
    </message>
    <message>
        <source>The password does not satisfy the office&apos;s rule; choose a stronger one.</source>
        <translation>كلمة المرور لا تحقق شروط المكتب؛ اختر كلمة أقوى.</translation>
    </message>
    <message>
        <source>Choose a password other than the present one.</source>
        <translation>اختر كلمة مرور غير الحالية.</translation>
    </message>
    <message>
        <source>The present password is wrong.</source>
        <translation>كلمة المرور الحالية غير صحيحة.</translation>
    </message>
    <message>
        <source>The user cannot be stored: {fault}</source>
        <translation>لا يمكن حفظ المستخدم: {fault}</translation>
    </message>
    <message>
        <source>The office has users already; sign in as a general user.</source>
        <translation>لدى المكتب مستخدمون؛ سجّل دخولك كمستخدم عام.</translation>
    </message>
    <message>
        <source>{who} changed {name} after you opened it. Open it again, and key your changes once more.</source>
        <translation>عدّل {who} {name} بعد أن فتحتها. افتحها من جديد وأدخل تعديلاتك مرة أخرى.</translation>
    </message>
    <message>
        <source>Code {code} belongs to {name} already. Open that company, or merge the two.</source>
        <translation>الرمز {code} عائد إلى {name}. افتح تلك الشركة أو ادمج الاثنتين.</translation>
    </message>
    <message>
        <source>The company is no longer in the database.</source>
        <translation>الشركة لم تعد في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Key the company&apos;s name, in English or in Arabic.</source>
        <translation>أدخل اسم الشركة بالإنجليزية أو بالعربية.</translation>
    </message>
    <message>
        <source>Key the company&apos;s code; only a supplier abroad has none.</source>
        <translation>أدخل رمز الشركة؛ وحده المورِّد في الخارج لا رمز له.</translation>
    </message>
    <message>
        <source>The code {code} has not the form this country&apos;s codes have.</source>
        <translation>الرمز {code} ليس على شكل رموز هذا البلد.</translation>
    </message>
    <message>
        <source>Tick what the company is.</source>
        <translation>ضع علامة على صفة الشركة.</translation>
    </message>
    <message>
        <source>An account stands twice in the company&apos;s list.</source>
        <translation>حساب وارد مرتين في قائمة الشركة.</translation>
    </message>
    <message>
        <source>Key the code of each account.</source>
        <translation>أدخل رمز كل حساب.</translation>
    </message>
    <message>
        <source>The password cannot be kept: this system&apos;s keyring is absent or locked. Unlock it, or set {variable} in the environment and give the address without a password.</source>
        <translation>تعذّر حفظ كلمة المرور: سلسلة مفاتيح النظام غير موجودة أو مقفلة. افتحها، أو اضبط {variable} في بيئة النظام وأعطِ العنوان بلا كلمة مرور.</translation>
    </message>
    <message>
        <source>Box 40 writes off less than nothing of declaration {number}. Correct the amount.</source>
        <translation>الحقل 40 يشطب كمية سالبة من البيان {number}. صحّح الكمية.</translation>
    </message>
    <message>
        <source>Item {item} of declaration {number} has {left} left, and {wanted} are to leave. Lower what is written off in box 40.</source>
        <translation>البند {item} من البيان {number} بقي منه {left}، والمطلوب إخراجه {wanted}. خفّض المشطوب في الحقل 40.</translation>
    </message>
    <message>
        <source>More has left of item {item} of declaration {number} than enters by it now. Correct its quantities, or amend what took the goods.</source>
        <translation>خرج من البند {item} من البيان {number} أكثر مما يدخل به الآن. صحّح كمياته، أو عدّل ما أخذ البضاعة.</translation>
    </message>
    <message>
        <source>Goods of item {item} have left by another declaration already. Cancel or amend that one first.</source>
        <translation>خرج من بضاعة البند {item} ببيان آخر. ألغِ ذلك البيان أو عدّله أولًا.</translation>
    </message>
    <message>
        <source>Only a stored declaration is registered: store it first.</source>
        <translation>لا يُسجَّل إلا بيان محفوظ: احفظه أولًا.</translation>
    </message>
    <message>
        <source>Only a registered declaration is assessed: register it first.</source>
        <translation>لا يُصفّى إلا بيان مسجَّل: سجّله أولًا.</translation>
    </message>
    <message>
        <source>Only an assessed declaration is paid: assess it first.</source>
        <translation>لا تُدفع إلا رسوم بيان مصفّى: صفِّه أولًا.</translation>
    </message>
    <message>
        <source>Only a paid declaration, or one that owes nothing, is released.</source>
        <translation>لا يُفرج إلا عن بيان دُفعت رسومه أو لا رسوم عليه.</translation>
    </message>
    <message>
        <source>Only a registered declaration whose goods are not released is cancelled.</source>
        <translation>لا يُلغى إلا بيان مسجَّل لم يُفرج عن بضاعته.</translation>
    </message>
    <message>
        <source>Only a registered declaration is amended; this one may still be keyed.</source>
        <translation>لا يُعدَّل إلا بيان مسجَّل؛ هذا البيان لا يزال مفتوحًا للإدخال.</translation>
    </message>
    <message>
        <source>Only an amendment is given up.</source>
        <translation>لا يُتراجع إلا عن تعديل.</translation>
    </message>
    <message>
        <source>The declaration is registered already.</source>
        <translation>البيان مسجَّل من قبل.</translation>
    </message>
    <message>
        <source>The declaration is assessed already.</source>
        <translation>البيان مصفّى من قبل.</translation>
    </message>
    <message>
        <source>The declaration is paid already.</source>
        <translation>رسوم البيان مدفوعة من قبل.</translation>
    </message>
    <message>
        <source>The goods are released already.</source>
        <translation>فُسحت البضاعة من قبل.</translation>
    </message>
    <message>
        <source>The declaration is cancelled.</source>
        <translation>البيان ملغى.</translation>
    </message>
    <message>
        <source>The duties are not paid yet: record the receipt.</source>
        <translation>الرسوم لم تُدفع بعد: سجّل الإيصال.</translation>
    </message>
    <message>
        <source>All reference numbers of {year} are used. Key one with a letter in box 7.</source>
        <translation>استُعملت كل أرقام المرجع لسنة {year}. أدخل في الحقل 7 رقمًا يبدأ بحرف.</translation>
    </message>
    <message>
        <source>Box 7 has no reference number: key one, then register.</source>
        <translation>الحقل 7 بلا رقم مرجع: أدخل رقمًا ثم سجّل.</translation>
    </message>
    <message>
        <source>Reference {number} of {year} is another registered declaration&apos;s already. Key another number in box 7.</source>
        <translation>رقم المرجع {number} لسنة {year} لبيان مسجَّل آخر. أدخل رقمًا غيره في الحقل 7.</translation>
    </message>
    <message>
        <source>Declaration {number} of {year} at office {office} is registered already. Compare the number with customs&apos; answer.</source>
        <translation>البيان {number} لسنة {year} في المكتب {office} مسجَّل من قبل. قارن الرقم بردّ الجمارك.</translation>
    </message>
    <message>
        <source>The declaration is not registered: verification finds {count} errors. Correct what the list below names.</source>
        <translation>لم يُسجَّل البيان: وجد التدقيق {count} من الأخطاء. صحّح ما تذكره القائمة أدناه.</translation>
    </message>
    <message>
        <source>The declaration is not registered: {count} warnings wait for you. Acknowledge each in the list below, or correct it.</source>
        <translation>لم يُسجَّل البيان: {count} من التحذيرات بانتظارك. أقِرَّ كلًّا منها في القائمة أدناه أو صحّحه.</translation>
    </message>
    <message>
        <source>The declaration is not assessed: {count} amounts cannot be computed by the lists as they are now. See the list below.</source>
        <translation>لم يُصفَّ البيان: {count} من المبالغ لا يمكن حسابها بالقوائم كما هي الآن. انظر القائمة أدناه.</translation>
    </message>
    <message>
        <source>Say why: the reason stands in the history.</source>
        <translation>اذكر السبب: فهو يبقى في السجل.</translation>
    </message>
    <message>
        <source>The declaration is registered: it is changed by an amendment only.</source>
        <translation>البيان مسجَّل: لا يُغيَّر إلا بتعديل.</translation>
    </message>
    <message>
        <source>There is no office in {folder}. Name its folder with --data-dir.</source>
        <translation>لا مكتب في {folder}. سمِّ مجلده بالخيار ‎--data-dir.</translation>
    </message>
    <message>
        <source>{path} is no history of this program. Choose a file it exported as JSON.</source>
        <translation>{path} ليس سجلًا من هذا البرنامج. اختر ملفًا صدّره بصيغة JSON.</translation>
    </message>
    <message>
        <source>The digital document cannot be kept in {folder} ({reason}). Make room there and attach it again.</source>
        <translation>تعذّر حفظ المستند الرقمي في {folder} ({reason}). أفسح مجالًا هناك ثم أرفقه من جديد.</translation>
    </message>
    <message>
        <source>The digital document is not kept in this office: the declaration came from elsewhere without it. Attach the file again.</source>
        <translation>المستند الرقمي غير محفوظ في هذا المكتب: وصل البيان من مكان آخر من دونه. أرفق الملف من جديد.</translation>
    </message>
    <message>
        <source>The digital document {digest} is missing or was changed outside the program. Attach the file again, or put it back from a backup.</source>
        <translation>المستند الرقمي {digest} مفقود أو عُدّل خارج البرنامج. أرفق الملف من جديد، أو أعده من نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}). Nothing was attached.</source>
        <translation>تعذّرت قراءة الملف {file} ({reason}). لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} is neither a PDF nor an image. Choose a PDF, JPEG, PNG, TIFF, BMP, GIF or WebP file; nothing was attached.</source>
        <translation>{file} ليس ملف PDF ولا صورة. اختر ملف PDF أو JPEG أو PNG أو TIFF أو BMP أو GIF أو WebP؛ لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read to its end. Scan it or save it again; nothing was attached.</source>
        <translation>{file} تالف ولا يمكن قراءته إلى آخره. امسحه ضوئيًا أو احفظه من جديد؛ لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} is encrypted. Save it without protection, or print it to a new PDF; nothing was attached.</source>
        <translation>{file} مشفَّر. احفظه بلا حماية، أو اطبعه إلى ملف PDF جديد؛ لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. Scan it at a lower resolution or in parts; nothing was attached.</source>
        <translation>{file} أكبر من {most} ميغابايت. امسحه ضوئيًا بدقة أقل أو على أجزاء؛ لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} has more than {most} million pixels. Scan it at 300 dots an inch; nothing was attached.</source>
        <translation>في {file} أكثر من {most} مليون بكسل. امسحه ضوئيًا بدقة 300 نقطة في البوصة؛ لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} has more than {most} pages. Attach it in parts; nothing was attached.</source>
        <translation>في {file} أكثر من {most} صفحة. أرفقه على أجزاء؛ لم يُرفق شيء.</translation>
    </message>
    <message>
        <source>{file} cannot be made small enough and stay readable. Scan it in grey or attach it in parts; it is as it was.</source>
        <translation>لا يمكن تصغير {file} بما يكفي مع بقائه مقروءًا. امسحه ضوئيًا بالتدرج الرمادي أو أرفقه على أجزاء؛ بقي كما كان.</translation>
    </message>
    <message>
        <source>Key “{field}”.</source>
        <translation>أدخل «{field}».</translation>
    </message>
    <message>
        <source>“{field}” is general, bank, cash or undertaking.</source>
        <translation>«{field}» يكون general أو bank أو cash أو undertaking.</translation>
    </message>
    <message>
        <source>“{field}”: only an undertaking has no limit.</source>
        <translation>«{field}»: التعهد وحده بلا حد.</translation>
    </message>
    <message>
        <source>“{field}” is less than what stands before it.</source>
        <translation>«{field}» أقل مما يسبقه.</translation>
    </message>
    <message>
        <source>Another desk changed this line after you opened it. Look at the list again, and key your changes once more.</source>
        <translation>غيّر مكتب آخر هذا السطر بعد أن فتحته. انظر في اللائحة ثانية وأدخل تعديلاتك من جديد.</translation>
    </message>
    <message>
        <source>Guarantee {number} stands for {taken} now: it is not returned before that.</source>
        <translation>الضمان {number} يغطي الآن {taken}: لا يُعاد قبل ذلك.</translation>
    </message>
    <message>
        <source>Guarantee {number} stands for {taken} now: its amount cannot be less than that.</source>
        <translation>الضمان {number} يغطي الآن {taken}: لا يمكن أن يقل مبلغه عن ذلك.</translation>
    </message>
    <message>
        <source>Guarantee {number} was charged with declarations and stays in the list. Tick that it was returned instead.</source>
        <translation>الضمان {number} حُمِّل ببيانات ويبقى في القائمة. علّم أنه أُعيد بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Nothing was taken from {name}: {count} lines have a problem.</source>
        <translation>لم يؤخذ شيء من {name}: عدد الأسطر التي فيها مشكلة {count}.</translation>
    </message>
    <message>
        <source>{name} is too large to be read.</source>
        <translation>الملف {name} أكبر من أن يُقرأ.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>تتعذّر قراءة {name}.</translation>
    </message>
    <message>
        <source>The first line of {name} names none of the columns of this list.</source>
        <translation>السطر الأول من {name} لا يذكر أيًّا من أعمدة هذه اللائحة.</translation>
    </message>
    <message>
        <source>{name} cannot be written.</source>
        <translation>تتعذّر كتابة {name}.</translation>
    </message>
    <message>
        <source>“{field}”: {reason}</source>
        <translation>«{field}»: {reason}</translation>
    </message>
    <message>
        <source>{name} is no table of texts (CSV).</source>
        <translation>الملف {name} ليس جدولًا نصيًّا (CSV).</translation>
    </message>
    <message>
        <source>Nothing was changed, because of rows with faults: {count}. Correct the file, or leave these rows out.</source>
        <translation>لم يتغيّر شيء بسبب صفوف فيها أخطاء: {count}. صحّح الملف أو استبعد هذه الصفوف.</translation>
    </message>
    <message>
        <source>No column of {name} is the part “{part}”. Say which one it is; its headings are: {headings}.</source>
        <translation>لا عمود في {name} يمثّل «{part}». حدّد العمود؛ عناوين الملف: {headings}.</translation>
    </message>
    <message>
        <source>{name} is a damaged Excel book, or none. Open it in Excel, save it again as .xlsx or CSV, and import that.</source>
        <translation>{name} مصنّف Excel تالف أو ليس مصنّفًا. افتحه في Excel واحفظه من جديد بصيغة ‎.xlsx أو CSV ثم استورده.</translation>
    </message>
    <message>
        <source>{name} is larger than any list: nothing of it was read. Choose the file of the list.</source>
        <translation>{name} أكبر من أي لائحة، ولم يُقرأ منه شيء. اختر ملف اللائحة.</translation>
    </message>
    <message>
        <source>{name} is an old Excel book (.xls) or has a password. Save it as .xlsx or CSV without a password, and import that.</source>
        <translation>{name} مصنّف Excel قديم (‎.xls) أو محمي بكلمة سر. احفظه بصيغة ‎.xlsx أو CSV بلا كلمة سر ثم استورده.</translation>
    </message>
    <message>
        <source>No envelope was made. Invoice {v}: missing {fields}.</source>
        <translation>لم تُنشأ حزمة. الفاتورة {v}: ينقصها {fields}.</translation>
    </message>
    <message>
        <source>The envelope {name} cannot be written ({reason}). Choose another folder; nothing was left there.</source>
        <translation>تعذّرت كتابة الحزمة {name} ({reason}). اختر مجلدًا آخر؛ لم يُترك شيء هناك.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} is empty: choose the document itself.</source>
        <translation>{name} فارغ: اختر المستند نفسه.</translation>
    </message>
    <message>
        <source>Two files are called {name}: each document of an envelope has a name of its own.</source>
        <translation>ملفان باسم {name}: لكل مستند في الحزمة اسم خاص به.</translation>
    </message>
    <message>
        <source>The envelope has {size} bytes, and {max} are taken. Leave documents out, or make them smaller.</source>
        <translation>حجم الحزمة {size} بايت، والمقبول {max}. استبعد مستندات أو صغّرها.</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, and {max} are taken of one document. Make it smaller.</source>
        <translation>حجم {name} هو {size} بايت، والمقبول للمستند الواحد {max}. صغّره.</translation>
    </message>
    <message>
        <source>{name} is there already: choose a name no folder has yet.</source>
        <translation>{name} موجود: اختر اسمًا ليس لمجلد بعد.</translation>
    </message>
    <message>
        <source>The letters of {name} cannot be read. Save it as CSV in UTF-8, and import that.</source>
        <translation>تعذّرت قراءة أحرف {name}. احفظه بصيغة CSV بترميز UTF-8 ثم استورده.</translation>
    </message>
    <message>
        <source>Row {row} of {name} cannot be read: a cell there is too long, or a quotation mark is not closed. Correct the file, and import it again.</source>
        <translation>تعذّرت قراءة الصف {row} من {name}: فيه خلية طويلة جدًا أو علامة تنصيص لم تُغلق. صحّح الملف ثم استورده من جديد.</translation>
    </message>
    <message>
        <source>{name} holds no table. Choose a file in CSV, XLSX or JSON with one row per code.</source>
        <translation>لا جدول في {name}. اختر ملفًا بصيغة CSV أو XLSX أو JSON فيه صف لكل رمز.</translation>
    </message>
    <message>
        <source>Customs&apos; stages are noted of a registered declaration only: register it first.</source>
        <translation>لا تُدوَّن مراحل الجمارك إلا لبيان مسجَّل: سجّله أولًا.</translation>
    </message>
    <message>
        <source>This moment is still to come: correct the date or the time.</source>
        <translation>هذا الوقت لم يأت بعد: صحّح التاريخ أو الوقت.</translation>
    </message>
    <message>
        <source>Only a stage noted by hand is taken back; a step of the declaration is undone by an amendment or a cancellation.</source>
        <translation>لا يُلغى إلا تدوين باليد؛ وخطوة البيان تُلغى بتعديل أو إلغاء.</translation>
    </message>
    <message>
        <source>Key what leaves of at least one item.</source>
        <translation>أدخل ما يخرج من بند واحد على الأقل.</translation>
    </message>
    <message>
        <source>No goods of this declaration are left under a procedure that another one may end. Box 40 of later declarations tells where they went.</source>
        <translation>لم تبق من هذا البيان بضاعة تحت وضع ينهيه بيان آخر. يبيّن الحقل 40 في البيانات اللاحقة إلى أين ذهبت.</translation>
    </message>
    <message>
        <source>The row of the document is no longer there, so nothing was attached: insert it again and attach the file to it.</source>
        <translation>لم يعد سطر المستند موجودًا فلم يُرفق شيء: أدرجه من جديد ثم أرفق به الملف.</translation>
    </message>
    <message>
        <source>No package was made: the digital document of {code} {reference} is missing or damaged. Attach the file again.</source>
        <translation>لم تُعدّ الحزمة: المستند الرقمي لـ{code} {reference} مفقود أو تالف. أرفق الملف من جديد.</translation>
    </message>
    <message>
        <source>The package {name} cannot be written ({reason}). Choose another folder; nothing was left there.</source>
        <translation>تعذّرت كتابة الحزمة {name} ({reason}). اختر مجلدًا آخر؛ لم يُترك فيه شيء.</translation>
    </message>
    <message>
        <source>The list cannot be written to {path}; choose another folder or name.</source>
        <translation>تعذّرت كتابة اللائحة في {path}؛ اختر مجلدًا أو اسمًا آخر.</translation>
    </message>
    <message>
        <source>The tariff has no line {code} on {day}.</source>
        <translation>ليس في التعرفة بند {code} في {day}.</translation>
    </message>
    <message>
        <source>There is no rate of {code} on {day}: import the rates of the day.</source>
        <translation>لا معدّل للعملة {code} في {day}: استورد معدّلات اليوم.</translation>
    </message>
    <message>
        <source>Say which column holds the numbers of the bills.</source>
        <translation>حدّد العمود الذي فيه أرقام البوليصات.</translation>
    </message>
    <message>
        <source>Nothing was changed, because of bills with faults: {count}. Correct the file, or leave these bills out.</source>
        <translation>لم يُغيَّر شيء بسبب بوليصات ذات أخطاء عددها {count}. صحّح الملف أو اترك هذه البوليصات.</translation>
    </message>
    <message>
        <source>{name} was not opened: it is no manifest, its first element is “{root}”.</source>
        <translation>لم يُفتح {name}: ليس مانيفست، وأول عنصر فيه «{root}».</translation>
    </message>
    <message>
        <source>“{field}” looks like the number of a payment card, which is never kept: leave it out, or key its last four digits only.</source>
        <translation>يبدو «{field}» رقم بطاقة دفع، وهذا لا يُحفظ أبدًا: اتركه، أو أدخل آخر أربعة أرقام منه فقط.</translation>
    </message>
    <message>
        <source>Pay the full amount {v}; partial payment is not allowed.</source>
        <translation>سدّد المبلغ كاملًا {v}؛ لا يجوز الدفع الجزئي.</translation>
    </message>
    <message>
        <source>A paid request cannot be rejected.</source>
        <translation>لا يمكن رفض طلب دفع تم سداده.</translation>
    </message>
    <message>
        <source>A rejected request cannot be paid. Send a new one.</source>
        <translation>لا يمكن دفع طلب مرفوض. أرسل طلبًا جديدًا.</translation>
    </message>
    <message>
        <source>Request {number} is paid already: receipt {receipt}, recorded by {who}.</source>
        <translation>الطلب {number} مدفوع من قبل: الإيصال {receipt}، سجّله {who}.</translation>
    </message>
    <message>
        <source>Request {number} was rejected already, by {who}.</source>
        <translation>سبق أن رفض {who} الطلب {number}.</translation>
    </message>
    <message>
        <source>Request {number} has no receipt yet: only a receipt is voided.</source>
        <translation>ليس للطلب {number} إيصال بعد: لا يُلغى إلا إيصال.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was voided already, by {who}.</source>
        <translation>سبق أن ألغى {who} الإيصال {receipt}.</translation>
    </message>
    <message>
        <source>Payment is requested for an assessed declaration only.</source>
        <translation>لا يُطلب الدفع إلا لبيان تمت تصفيته.</translation>
    </message>
    <message>
        <source>This declaration owes no duties to be paid.</source>
        <translation>لا رسوم مستحقة على هذا البيان.</translation>
    </message>
    <message>
        <source>This declaration has no deposits to be paid.</source>
        <translation>لا تأمينات مستحقة على هذا البيان.</translation>
    </message>
    <message>
        <source>Receipt {receipt} was paid for this declaration already: void it if it does not hold, or record customs&apos; receipt of the difference.</source>
        <translation>سبق دفع الإيصال {receipt} لهذا البيان: ألغِه إن لم يكن صحيحًا، أو سجّل إيصال الجمارك بالفرق.</translation>
    </message>
    <message>
        <source>Request {number} of this declaration is still open: record its result, or reject it first.</source>
        <translation>طلب الدفع {number} لهذا البيان ما زال مفتوحًا: سجّل نتيجته أو ارفضه أولًا.</translation>
    </message>
    <message>
        <source>Box 48 names account {account}: it is paid from that account. For another method amend box 48.</source>
        <translation>يذكر الحقل 48 الحساب {account}: يُدفع منه. لطريقة أخرى عدّل الحقل 48.</translation>
    </message>
    <message>
        <source>Box 48 names no account: pay in cash or electronically.</source>
        <translation>لا يذكر الحقل 48 حسابًا: ادفع نقدًا أو إلكترونيًا.</translation>
    </message>
    <message>
        <source>Account {v} cannot be used: {v2} is left and {v1} is due.</source>
        <translation>لا يمكن استعمال الحساب {v}: الباقي {v2} والمستحق {v1}.</translation>
    </message>
    <message>
        <source>The payment request is no longer in the database.</source>
        <translation>لم يعد طلب الدفع في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>The receipt is not voided now: the goods are released, or the declaration is being amended.</source>
        <translation>لا يُلغى الإيصال الآن: أُفرج عن البضائع، أو البيان قيد التعديل.</translation>
    </message>
    <message>
        <source>Receipt {receipt} is recorded with request {number} already. Compare the number with the paper.</source>
        <translation>الإيصال {receipt} مسجّل مع الطلب {number} من قبل. قارن الرقم بالورقة.</translation>
    </message>
    <message>
        <source>Account {v} cannot be used: it is not in the list of accounts.</source>
        <translation>لا يمكن استعمال الحساب {v}: ليس في لائحة الحسابات.</translation>
    </message>
    <message>
        <source>ACID must contain exactly {count} digits.</source>
        <translation>رقم ACID يجب أن يتكون من {count} رقمًا.</translation>
    </message>
    <message>
        <source>This cannot be done with the dossier as it stands. Look at its state again.</source>
        <translation>لا يمكن ذلك والملف على حاله. راجع حالته من جديد.</translation>
    </message>
    <message>
        <source>Key what customs gave as the reason.</source>
        <translation>أدخل السبب الذي ذكرته الجمارك.</translation>
    </message>
    <message>
        <source>Key the approval of the minister: an ACID is extended with it only.</source>
        <translation>أدخل موافقة الوزير: لا يُمدّ رقم ACID إلا بها.</translation>
    </message>
    <message>
        <source>ACID cannot be requested after shipment.</source>
        <translation>لا يمكن طلب رقم ACID بعد الشحن.</translation>
    </message>
    <message>
        <source>The time limit for an appeal ended on {date}.</source>
        <translation>انتهت مهلة التظلم بتاريخ {date}.</translation>
    </message>
    <message>
        <source>{date} is before the day of the request. Correct the day.</source>
        <translation>{date} قبل يوم الطلب. صحّح التاريخ.</translation>
    </message>
    <message>
        <source>For the request, key first: {fields}.</source>
        <translation>أدخل أولًا ما يلزم للطلب: {fields}.</translation>
    </message>
    <message>
        <source>{date} has not come yet. Correct the day.</source>
        <translation>لم يحن {date} بعد. صحّح التاريخ.</translation>
    </message>
    <message>
        <source>An amended ACID keeps its digits and gets the letter M. Key {acid}, or begin a new dossier.</source>
        <translation>رقم ACID المعدَّل تبقى أرقامه ويُضاف إليه الحرف M. أدخل {acid}، أو ابدأ ملفًا جديدًا.</translation>
    </message>
    <message>
        <source>{who} changed this dossier after you opened it. Choose it again, and key your changes once more.</source>
        <translation>عدّل {who} هذا الملف بعد أن فتحته. اختره من جديد وأدخل تعديلاتك مرة أخرى.</translation>
    </message>
    <message>
        <source>ACID {acid} belongs to another dossier already, of {importer}: each shipment has an ACID of its own.</source>
        <translation>رقم ACID {acid} لملف آخر محفوظ باسم {importer}: لكل شحنة رقم خاص بها.</translation>
    </message>
    <message>
        <source>Bill {bill} stands in another dossier already, of {importer}: each house bill has an ACID of its own.</source>
        <translation>البوليصة {bill} في ملف آخر محفوظ باسم {importer}: لكل بوليصة فرعية رقم ACID خاص بها.</translation>
    </message>
    <message>
        <source>The dossier is no longer in the database.</source>
        <translation>لم يعد الملف في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>{field} can no longer be changed in this phase.</source>
        <translation>لا يمكن تعديل {field} في هذه المرحلة.</translation>
    </message>
    <message>
        <source>No new dossier can be begun from this one: customs have it, it was shipped, or another one took its place.</source>
        <translation>لا يمكن بدء ملف جديد من هذا الملف: هو لدى الجمارك، أو شُحنت بضاعته، أو حلّ محله ملف آخر.</translation>
    </message>
    <message>
        <source>Only a draft that customs never saw can be removed.</source>
        <translation>لا تُحذف إلا مسودة لم ترها الجمارك.</translation>
    </message>
    <message>
        <source>This country asks no advance cargo information.</source>
        <translation>لا يطلب هذا البلد معلومات مسبقة عن الشحنات.</translation>
    </message>
    <message>
        <source>This is not open now: the due date stands at “{state}”.</source>
        <translation>هذا غير متاح الآن: الموعد في حالة «{state}».</translation>
    </message>
    <message>
        <source>The extension must be requested before {date}.</source>
        <translation>يجب طلب التمديد قبل {date}.</translation>
    </message>
    <message>
        <source>The law gives this period no extension. It ends on {date}.</source>
        <translation>لا يمنح القانون هذه المدة تمديدًا. تنتهي بتاريخ {date}.</translation>
    </message>
    <message>
        <source>No extension is left: the law&apos;s limit of {limit} days from {first} is reached.</source>
        <translation>لم يبقَ تمديد: بُلغ حد القانون وهو {limit} يومًا من {first}.</translation>
    </message>
    <message>
        <source>The guarantee had to be claimed by {date}; no claim is accepted afterwards.</source>
        <translation>كان يجب تقديم المطالبة بالضمان حتى {date}؛ ولا تُقبل بعده مطالبة.</translation>
    </message>
    <message>
        <source>The day is before {date}, when the period began.</source>
        <translation>التاريخ قبل {date} وهو بدء المدة.</translation>
    </message>
    <message>
        <source>Nothing here was recorded by hand: cancel or amend the follow-up declaration.</source>
        <translation>لم يُسجَّل هنا شيء يدويًا: ألغِ البيان اللاحق أو عدّله.</translation>
    </message>
    <message>
        <source>The day is still to come: correct it.</source>
        <translation>التاريخ لم يحل بعد: صحّحه.</translation>
    </message>
    <message>
        <source>Guarantee {number} has {left} left, and {wanted} are needed. Raise it, or choose another one.</source>
        <translation>بقي من الضمان {number} مبلغ {left} والمطلوب {wanted}. ارفعه أو اختر ضمانًا آخر.</translation>
    </message>
    <message>
        <source>Only {left} stands charged: no more than that is released.</source>
        <translation>المحمَّل هو {left} فقط: لا يُفرج عن أكثر منه.</translation>
    </message>
    <message>
        <source>Another desk changed this due date after you opened it. Look at it again; nothing was written.</source>
        <translation>غيّر مكتب آخر هذا الموعد بعد أن فتحته. اطّلع عليه من جديد؛ لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>The guarantee is not kept any more. Choose another one.</source>
        <translation>لم يعد الضمان محفوظًا. اختر ضمانًا آخر.</translation>
    </message>
    <message>
        <source>The law of this country names no such period here.</source>
        <translation>لا يحدد قانون هذا البلد مدة كهذه هنا.</translation>
    </message>
    <message>
        <source>Say which column holds the headings or the descriptions.</source>
        <translation>بيّن أي عمود يحمل البنود أو الأوصاف.</translation>
    </message>
    <message>
        <source>The mail {name} cannot be written ({reason}). Choose another folder.</source>
        <translation>تعذّرت كتابة الرسالة {name} ({reason}). اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>There is no ACID in force yet that the shipper could be told.</source>
        <translation>لا يوجد بعد رقم ACID سارٍ يُبلَّغ به الشاحن.</translation>
    </message>
    <message>
        <source>Somebody learned from {name} meanwhile. Clear these lines and add the files again: then nothing counts twice.</source>
        <translation>تعلَّم شخص آخر من {name} في هذه الأثناء. امسح هذه الأسطر وأضف الملفات من جديد: فلا يُحسب شيء مرتين.</translation>
    </message>
</context>
<context>
    <name>UserForm</name>
    <message>
        <source>Acts for (codes of companies)</source>
        <translation>يعمل لحساب (رموز الشركات)</translation>
    </message>
    <message>
        <source>all companies</source>
        <translation>كل الشركات</translation>
    </message>
    <message>
        <source>General user: every service, and the users</source>
        <translation>مستخدم عام: كل الخدمات وإدارة المستخدمين</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>يحق له تسجيل الدخول</translation>
    </message>
    <message>
        <source>Services granted</source>
        <translation>الخدمات الممنوحة</translation>
    </message>
    <message>
        <source>Save the user</source>
        <translation>حفظ المستخدم</translation>
    </message>
    <message>
        <source>New one-time password</source>
        <translation>كلمة مرور جديدة لمرة واحدة</translation>
    </message>
    <message>
        <source>No company is kept under {codes}.</source>
        <translation>لا شركة محفوظة بالرمز {codes}.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>Civil ID</source>
        <translation>الرقم المدني</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الهاتف المحمول</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
</context>
<context>
    <name>UsersRoom</name>
    <message>
        <source>New user</source>
        <translation>مستخدم جديد</translation>
    </message>
    <message>
        <source>Passwords and locks…</source>
        <translation>كلمات المرور والأقفال…</translation>
    </message>
    <message>
        <source>Users are looked after by the general user. Sign in as one to change them.</source>
        <translation>إدارة المستخدمين للمستخدم العام. سجّل دخولك كمستخدم عام لتغييرهم.</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>all: general user</source>
        <translation>الكل: مستخدم عام</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>may not sign in</source>
        <translation>لا يحق له تسجيل الدخول</translation>
    </message>
    <message>
        <source>one-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
    <message>
        <source>You are signed in as the general user.</source>
        <translation>سجّلت دخولك كمستخدم عام.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>The one-time password of {name} is {password}. Hand it over now: it is shown once, and changed at the first sign-in.</source>
        <translation>كلمة مرور {name} لمرة واحدة هي {password}. سلّمها الآن: تظهر مرة واحدة فقط، وتُغيَّر عند أول تسجيل دخول.</translation>
    </message>
</context>
<context>
    <name>ValuationNote</name>
    <message>
        <source>{title} in national currency</source>
        <translation>{title} بالعملة الوطنية</translation>
    </message>
    <message>
        <source>Rounding left {amount} between the general segment and the items.</source>
        <translation>ترك التدوير {amount} بين الجزء العام والبنود.</translation>
    </message>
</context>
<context>
    <name>ValuationNoteTab</name>
    <message>
        <source>Valuation note</source>
        <translation>مذكرة التقييم</translation>
    </message>
    <message>
        <source>Total costs</source>
        <translation>مجموع النفقات (المصاريف)</translation>
    </message>
    <message>
        <source>CIF value</source>
        <translation>القيمة &quot;سيف&quot;</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>التجزئة بحسب القيمة</translation>
    </message>
    <message>
        <source>By weight (freight)</source>
        <translation>التجزئة بحسب الوزن (الشحن)</translation>
    </message>
    <message>
        <source>No apportionment, totals computed</source>
        <translation>لا تجزئة، مجاميع محسوبة</translation>
    </message>
    <message>
        <source>Apportionment method</source>
        <translation>طريقة التجزئة</translation>
    </message>
    <message>
        <source>Total gross weight (kg)</source>
        <translation>مجموع الوزن القائم (كلغ)</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>تعليقات</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>معدَّل التحويل</translation>
    </message>
    <message>
        <source>Internal freight (loading place to border)</source>
        <translation>الشحن الداخلي (من مكان التحميل إلى الحدود)</translation>
    </message>
    <message>
        <source>Internal freight (border to unloading place)</source>
        <translation>الشحن الداخلي (من الحدود إلى مكان التفريغ)</translation>
    </message>
    <message>
        <source>Invoice value</source>
        <translation>قيمة الفاتورة</translation>
    </message>
    <message>
        <source>External freight (import)</source>
        <translation>الشحن الخارجي (استيراد)</translation>
    </message>
    <message>
        <source>Insurance (import)</source>
        <translation>التأمين (استيراد)</translation>
    </message>
    <message>
        <source>Other costs</source>
        <translation>المصاريف الأخرى</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>الخصومات (الحسومات)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>معدَّل التحويل</translation>
    </message>
    <message>
        <source>National currency</source>
        <translation>العملة الوطنية</translation>
    </message>
    <message>
        <source>Invoice type (box 20)</source>
        <translation>نوع الفاتورة (الحقل 20)</translation>
    </message>
    <message>
        <source>Comments for the customs officers</source>
        <translation>تعليقات لموظفي الجمارك</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the declaration</source>
        <translation>نسخ البيان</translation>
    </message>
    <message>
        <source>As it stands now</source>
        <translation>كما هو الآن</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>الحقول المختلفة</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{number}: before the amendment of {day}, {who}</source>
        <translation>{number}: قبل تعديل {day}، {who}</translation>
    </message>
    <message>
        <source>{number}: {what} {day}, {who}</source>
        <translation>{number}: {what} {day}، {who}</translation>
    </message>
    <message>
        <source>The two versions do not differ.</source>
        <translation>لا فرق بين النسختين.</translation>
    </message>
    <message>
        <source>Fields that differ: {count}.</source>
        <translation>الحقول المختلفة: {count}.</translation>
    </message>
    <message>
        <source>Fields that differ: {count}. Items: {before} before, {after} after.</source>
        <translation>الحقول المختلفة: {count}. البنود: {before} قبل، {after} بعد.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>No declaration is open</source>
        <translation>لا بيان مفتوحًا</translation>
    </message>
    <message>
        <source>&amp;New declaration (Ctrl+N)</source>
        <translation>بيان &amp;جديد (Ctrl+N)</translation>
    </message>
    <message>
        <source>&amp;Load an XML file (Ctrl+O)</source>
        <translation>&amp;تحميل ملف XML (Ctrl+O)</translation>
    </message>
    <message>
        <source>Or search the document library (Ctrl+L), or drop a declaration&apos;s XML file here.</source>
        <translation>أو ابحث في مكتبة المستندات (Ctrl+L)، أو اسحب ملف XML لبيان وأفلته هنا.</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>{digits} digits,</source>
        <translation>{digits} رقمًا،</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>حُفظ البيان.</translation>
    </message>
</context>
</TS>
