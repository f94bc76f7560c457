//! The bounds of aliases hold wherever a type can stand: each place has a line, with what breaks a bound and its path.

use case_aliases::wares::{
    self, ChangeParams, CrateKindParams, CrateParams, HintParams, LabelParams, LabelTextParams, MarkParams, SearchParams,
    ShelfParams, Tell, WareParams,
};
use case_aliases::{Config, InvalidRequest, Request};

const LOW: &str = "must not be less than 1";
const SHORT: &str = "must not have less than 4 characters";
const LONG: &str = "must not have more than 5 characters";
const MANY: &str = "is one too many: the list must not have more than 3 items";

const COLOURS: [&str; 4] = ["red", "blue", "white", "black"];

fn config() -> Config {
    Config::new("sk_test_example").unwrap()
}

fn told(tell: impl FnOnce(Request<Config, Tell>) -> Request<Config, Tell>) -> Option<InvalidRequest> {
    tell(wares::tell(&config())).into_http().err()
}

fn in_a_ware(change: impl FnOnce(WareParams) -> WareParams) -> Option<InvalidRequest> {
    told(|tell| tell.ware(change(WareParams::new("w_1", "A-1", None, 1, None))))
}

fn colours() -> Vec<wares::Colour> {
    COLOURS.map(Into::into).into()
}

#[test]
fn each_place_is_held_to_them() {
    let cases = [
        // Parameters.
        (told(|tell| tell.shelf(0)), "shelf", LOW),
        (told(|tell| tell.times(0)), "times", LOW),
        (told(|tell| tell.count(0)), "count", LOW),
        (told(|tell| tell.counts([Some(1), None, Some(0)])), "counts[2]", LOW),
        (told(|tell| tell.groups([("left", vec![vec![], colours()])])), "groups.left[1][3]", MANY),
        (told(|tell| tell.stock([("left", 0)])), "stock.left", LOW),
        (wares::add(&config(), "A-1", WareParams::new("w_1", "A-1", None, 1, None), COLOURS).into_http().err(), "tags[3]", MANY),
        // Bodies.
        (wares::paint(&config(), COLOURS).into_http().err(), "body[3]", MANY),
        (wares::count(&config(), [1, 0]).into_http().err(), "body[1]", LOW),
        // Members, and those that are not named.
        (told(|tell| tell.ware(WareParams::new("w_1", "A-1", None, 0, None))), "ware.quantity", LOW),
        (in_a_ware(|ware| ware.quantities([1, 0])), "ware.quantities[1]", LOW),
        (in_a_ware(|ware| ware.stock([("left", 0)])), "ware.stock.left", LOW),
        (in_a_ware(|ware| ware.groups([vec![], colours()])), "ware.groups[1][3]", MANY),
        (in_a_ware(|ware| ware.by_shop([("corner", Some("123456"))])), "ware.by_shop.corner", LONG),
        (in_a_ware(|ware| ware.rest([("boxes", 0)])), "ware.boxes", LOW),
        (
            in_a_ware(|ware| ware.place(ShelfParams::new("left").inside(ShelfParams::new("room").pin("1")))),
            "ware.place.inside.pin",
            SHORT,
        ),
        // Variants, told in each way.
        (told(|tell| tell.hint(0)), "hint", LOW),
        (told(|tell| tell.hint(HintParams::Tags(colours()))), "hint[3]", MANY),
        (told(|tell| tell.hint(HintParams::Sku("123456".into()))), "hint", LONG),
        (in_a_ware(|ware| ware.hints([HintParams::Quantity(1), HintParams::Quantity(0)])), "ware.hints[1]", LOW),
        (told(|tell| tell.mark(MarkParams::Count(0))), "mark.count", LOW),
        (told(|tell| tell.mark(MarkParams::Pin("1".into()))), "mark.pin", SHORT),
        (told(|tell| tell.label(LabelParams::Stock([("left".to_owned(), 0)].into()))), "label.left", LOW),
        (told(|tell| tell.label(LabelTextParams::new(0))), "label.count", LOW),
        (told(|tell| tell.changes([ChangeParams::Tags(colours())])), "changes[0].data[3]", MANY),
        (told(|tell| tell.changes([ChangeParams::Groups(vec![colours()])])), "changes[0].data[0][3]", MANY),
        (told(|tell| tell.search(SearchParams::Least(0))), "search.least", LOW),
        (told(|tell| tell.search(SearchParams::Any(vec![SearchParams::Least(0)]))), "search.any[0].least", LOW),
        (told(|tell| tell.r#box(CrateParams::new("a", CrateKindParams::Wares(0)))), "box.wares", LOW),
    ];
    for (refused, path, reason) in cases {
        let refused = refused.unwrap_or_else(|| panic!("`{path}` is beyond its bounds"));
        assert_eq!(refused.parameter(), Some(path), "{refused}");
        assert!(refused.to_string().contains(reason), "{refused}");
    }
}

#[test]
fn what_keeps_to_them_is_sent() {
    let at_the_bound = told(|tell| {
        tell.shelf(1)
            .counts([Some(1), None])
            .hint(1)
            .mark(MarkParams::Pin("1234".into()))
            .changes([ChangeParams::Groups(vec![colours()[1..].to_vec(); 4])])
            .search(SearchParams::Any(vec![SearchParams::Least(1)]))
            .r#box(CrateParams::new("a", CrateKindParams::Wares(1)))
    });
    assert!(at_the_bound.is_none(), "{at_the_bound:?}");
}
