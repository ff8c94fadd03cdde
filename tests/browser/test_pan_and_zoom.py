"""Zooming and panning by wheel, drag, touch, buttons and keys, in both reading directions."""

import pytest

JUNE = "?from=2025-06-01&to=2025-06-30"
BOTH = pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("ar", True)])


@pytest.fixture
def reader(busy_month, open_page):
    return open_page(f"/en/{JUNE}")


def test_wheel_zooms_in_around_the_pointer(reader):
    box = reader.timeline.bounding_box()
    first, last = reader.wheels(delta_y=-400, at=(box["x"] + box["width"] - 2, box["y"] + 200))
    assert reader.days_shown() < 24
    assert last.day == 30 or last.month == 7
    assert first.day > 5


def test_wheel_zooms_out_to_centuries(reader):
    for _ in range(5):
        reader.wheels(delta_y=1200)
    assert reader.days_shown() > 365 * 200


def test_wheel_zooms_in_to_hours(reader):
    for _ in range(5):
        reader.wheels(delta_y=-800)
    assert reader.days_shown() < 0.5


def test_double_click_zooms_in(reader):
    x, y = reader.middle()
    reader.does(lambda: reader.page.mouse.dblclick(x, y))
    assert 14 < reader.days_shown() < 16


@BOTH
def test_dragging_pans_with_the_pointer(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}")
    first, _ = reader.drags(200)
    assert first.month == (6 if mirrored else 5)


@BOTH
def test_sideways_wheel_pans(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}")
    first, _ = reader.wheels(delta_x=200)
    assert first.month == (5 if mirrored else 6)


@BOTH
def test_right_arrow_pans_to_the_right(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}")
    first, last = reader.presses("ArrowRight")
    assert (first.month, last.month) == ((5, 6) if mirrored else (6, 7))


@BOTH
def test_one_finger_pans_and_two_fingers_zoom(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}", touch=True)
    x, y = reader.middle()
    first, _ = reader.touches([(x, y)], [(x + 60, y)], [(x + 150, y)])
    assert first.month == (6 if mirrored else 5)
    before = reader.days_shown()
    reader.touches([(x - 50, y), (x + 50, y)], [(x - 100, y), (x + 100, y)], [(x - 150, y), (x + 150, y)])
    assert reader.days_shown() < before / 2


def test_plus_and_minus_undo_each_other(reader):
    reader.presses("+")
    assert 18 < reader.days_shown() < 19
    reader.presses("-")
    assert 29 < reader.days_shown() < 31


def test_home_and_end_go_to_first_and_last_event(reader):
    reader.presses("+")
    reader.presses("+")
    first, last = reader.presses("Home")
    assert first < last.replace(month=6, day=1, hour=12)
    first, last = reader.presses("End")
    assert (last.month, last.day) >= (6, 30)


def test_zero_key_shows_all_events(reader):
    reader.presses("+")
    first, last = reader.presses("0")
    assert (first.month, last.month) == (5, 6)
    assert reader.days_shown() > 28


@BOTH
def test_buttons_pan_and_zoom_as_labelled(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}")
    earlier = "إلى الأقدم" if mirrored else "Earlier"
    first, _ = reader.does(reader.page.get_by_role("button", name=earlier, exact=True).click)
    assert first.month == 5
    before = reader.days_shown()
    nearer = "تكبير" if mirrored else "Zoom in"
    reader.does(reader.page.get_by_role("button", name=nearer).click)
    assert reader.days_shown() == pytest.approx(before / 2, rel=0.05)


def test_up_and_down_step_through_events_and_enter_opens_one(reader):
    titles = reader.listed_titles()
    reader.timeline.focus()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    assert reader.panel.get_by_role("heading", level=2).inner_text() == titles[1]


def test_dragging_the_overview_brush_moves_the_window(reader):
    box = reader.page.locator("#timeline-strip").bounding_box()
    brush = reader.page.locator("#timeline-strip .selection").bounding_box()
    y = box["y"] + box["height"] / 2

    def drag():
        reader.page.mouse.move(brush["x"] + brush["width"] / 2, y)
        reader.page.mouse.down()
        reader.page.mouse.move(brush["x"] + brush["width"] / 2 + box["width"] / 2, y, steps=4)
        reader.page.mouse.up()

    first, _ = reader.does(drag)
    assert (first.year, first.month) > (2025, 6)
