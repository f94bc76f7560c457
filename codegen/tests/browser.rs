//! The page of a report in a browser: what its filter and folds do, on a phone and on a wide screen, by day and by night,
//! with mouse and keys, with its script and without.
//!
//! It needs Chromium and its driver, on the path or in `CHROMIUM` and `CHROMEDRIVER`, and is skipped without them. With
//! `SCREENSHOTS=FOLDER` it leaves pictures of what it saw.

mod support;

#[path = "browser/driver.rs"]
mod driver;
#[path = "forms/sample.rs"]
mod sample;
#[path = "browser/view.rs"]
mod view;

use clientsmith::report::{Format, Screen, render};
use driver::Browser;
use serde_json::{Value, json};
use view::{Tab, VIEWS};

/// A browser that shows the sample; nothing if there is none on this machine.
fn browser() -> Option<Tab> {
    let page = render(Format::Html, &sample::report(), sample::RULES, Screen::default());
    Some(Tab::open(Browser::start()?, &page))
}

#[test]
fn the_filter_picks_rows() {
    let Some(tab) = browser() else { return };
    for view in VIEWS {
        tab.show(view);
        let total = sample::report().rows.len();
        assert_eq!(tab.rows(), total, "all rows are there before anything is picked");
        assert_eq!(tab.text("#shown"), format!("{total} changes"));

        for (severity, rows) in [("breaking", 3), ("degraded", 1), ("minor", 4), ("patch", 5), ("accepted", 2)] {
            tab.click(&format!("input[value={severity}]"));
            assert_eq!(tab.rows(), rows, "{severity}");
            assert_eq!(tab.text("#shown"), format!("{rows} of {total} changes"));
            let others = format!(".change:not([hidden], .{severity})");
            assert_eq!(tab.number(&format!("document.querySelectorAll('{others}').length")), 0);
        }
        tab.click("input[value=all]");
        assert_eq!(tab.rows(), total);
    }
}

#[test]
fn the_search_picks_rows_and_unfolds_them() {
    let Some(tab) = browser() else { return };
    for view in VIEWS {
        tab.show(view);
        let wording = "document.querySelector('main > details:last-of-type')";
        assert_eq!(tab.run(&format!("return {wording}.open")), json!(false), "mere words are folded");
        tab.type_into("#search", "DOCUMENTATION meter");
        assert_eq!(tab.rows(), 1, "all words, in any case");
        assert_eq!(tab.run(&format!("return {wording}.open")), json!(true), "what is found is seen");
        assert_eq!(
            tab.number("[...document.querySelectorAll('.section')].filter((it) => it.checkVisibility()).length"),
            3
        );
        tab.type_into("#search", " nowhere");
        assert_eq!(tab.rows(), 0);
        assert!(tab.text("#shown").starts_with("0 of "));
    }
}

#[test]
fn folds_open_and_close() {
    let Some(tab) = browser() else { return };
    for view in VIEWS {
        tab.show(view);
        let is_seen =
            |selector: &str| tab.run(&format!("return document.querySelector('{selector}').checkVisibility()"));
        let code = ".change.degraded details pre";
        assert_eq!(is_seen(".change.breaking .sides pre"), json!(true), "what breaks shows its code at once");
        assert_eq!(is_seen(code), json!(false));
        tab.click(".change.degraded summary");
        assert_eq!(is_seen(code), json!(true));
        tab.click(".section:first-of-type > summary");
        assert_eq!(is_seen(".change.breaking"), json!(false));
        tab.click("#unfold");
        assert_eq!(tab.number("document.querySelectorAll('details:not([open])').length"), 0);
        tab.click("#fold");
        assert_eq!(tab.number("document.querySelectorAll('details[open]').length"), 0);
    }
}

#[test]
fn keys_are_enough() {
    let Some(tab) = browser() else { return };
    tab.show(VIEWS[0]);
    let focused = |what: &str| tab.run(&format!("return document.activeElement.{what}"));
    tab.press(driver::TAB);
    assert_eq!(focused("value"), json!("all"));
    tab.press(driver::RIGHT);
    assert_eq!((focused("value"), tab.rows()), (json!("breaking"), 3));
    tab.press(driver::TAB);
    assert_eq!(focused("id"), json!("search"));
    for id in ["unfold", "fold"] {
        tab.press(driver::TAB);
        assert_eq!(focused("id"), json!(id));
    }
    tab.press(driver::TAB);
    assert_eq!(focused("localName"), json!("summary"));
    tab.press(driver::ENTER);
    assert_eq!(focused("parentElement.open"), json!(false));
}

#[test]
fn nothing_is_cut_off_and_all_can_be_read() {
    let Some(tab) = browser() else { return };
    for view in VIEWS {
        tab.show(view);
        tab.click("#unfold");
        tab.picture(view, "page");
        let widths = tab.run("return [document.documentElement.scrollWidth, innerWidth]");
        assert_eq!(
            widths,
            json!([view.width, view.width]),
            "the page scrolls sideways, or is not as wide as the screen"
        );
        let sides =
            tab.number("getComputedStyle(document.querySelector('.sides')).gridTemplateColumns.split(' ').length");
        assert_eq!(sides, if view.width > 700 { 2 } else { 1 }, "code before and after");
        let faint = tab.run(include_str!("browser/faint.js"));
        assert_eq!(faint, json!([]), "texts with less contrast than 4.5 to 1, {view:?}");
        let dark = tab.run("return matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(dark, json!(view.is_dark));
    }
    assert_eq!(tab.complaints(), Vec::<Value>::new(), "the browser complains of the page");
}

#[test]
fn a_long_report_is_searched_though_folded() {
    let Some(browser) = Browser::start() else { return };
    let report = sample::report();
    let rows = report.rows.iter().cycle().take(60 * report.rows.len()).cloned().collect();
    let tab = Tab::open(browser, &render(Format::Html, &sample::with_rows(rows), sample::RULES, Screen::default()));
    for view in VIEWS {
        tab.show(view);
        assert_eq!(
            tab.number("document.querySelectorAll('.section:has(.change)[open]').length"),
            1,
            "only what breaks"
        );
        tab.type_into("#search", "alerts endpoint-added");
        assert_eq!(tab.rows(), 60);
        assert_eq!(tab.run("return document.querySelector('.change:not([hidden])').checkVisibility()"), json!(true));
    }
}

#[test]
fn paper_shows_what_was_folded() {
    let Some(tab) = browser() else { return };
    let view = VIEWS[2];
    tab.show(view);
    let folded = "[...document.querySelectorAll('details:not([open]) > *:not(summary)')]";
    let hidden = format!("{folded}.filter((it) => !it.checkVisibility()).length");
    assert!(tab.number(&hidden) > 5, "much is folded on a screen");
    tab.print();
    tab.picture(view, "paper");
    assert_eq!(tab.number(&hidden), 0);
    assert_eq!(tab.run("return document.querySelector('#filter').checkVisibility()"), json!(false));
}

#[test]
fn the_page_needs_no_script() {
    let Some(tab) = browser() else { return };
    for view in VIEWS {
        tab.without_script();
        tab.show(view);
        assert_eq!(tab.rows(), sample::report().rows.len());
        assert_eq!(tab.run("return document.querySelector('#filter').checkVisibility()"), json!(false));
    }
}

#[test]
fn a_report_on_nothing_is_a_page_too() {
    let Some(browser) = Browser::start() else { return };
    let tab = Tab::open(browser, &render(Format::Html, &sample::empty(), sample::RULES, Screen::default()));
    for view in VIEWS {
        tab.show(view);
        assert_eq!(tab.text("h1"), "Nothing changed");
        tab.picture(view, "empty");
    }
    assert_eq!(tab.complaints(), Vec::<Value>::new());
}
