"""The rooms of the office: each has its command, its title in both languages, and opens."""

from sad_desktop.forms.keys import ROOM_KEYS, SHELVED_ROOMS
from sad_desktop.forms.rooms import ROOMS


def test_every_room_has_a_command_and_every_command_its_room():
    assert set(ROOMS) == set(ROOM_KEYS)


def test_the_library_names_only_rooms():
    assert set(SHELVED_ROOMS) <= set(ROOMS)
