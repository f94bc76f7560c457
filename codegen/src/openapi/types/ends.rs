//! With what names end: what types have in common that stand in several places.

/// Words that say nothing by themselves.
const IDLE: [&str; 14] = [
    "Data", "Id", "Integer", "Item", "Kind", "List", "Mode", "Name", "Number", "Object", "Status", "Text", "Type",
    "Value",
];

/// Words that say too little where they stand for something in several modules.
const VAGUE: [&str; 17] = [
    "Body", "Config", "Details", "Entry", "Error", "Errors", "Info", "Input", "Items", "Options", "Output", "Params",
    "Payload", "Request", "Response", "Result", "Settings",
];

/// With what two names end both, in whole words; nothing if these say nothing.
pub(super) fn common_end<'n>(one: &'n str, other: &str) -> &'n str {
    let common = one.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count();
    let end = one.get(one.len() - common..).unwrap_or_default();
    let words = end.find(|letter: char| letter.is_ascii_uppercase()).map_or("", |start| &end[start..]);
    if IDLE.contains(&words) { "" } else { words }
}

/// The last word of a name.
pub(super) fn last_word(name: &str) -> &str {
    name.rfind(|letter: char| letter.is_ascii_uppercase()).map_or(name, |start| &name[start..])
}

/// Whether with this alone a name says what all modules share.
pub(super) fn says_enough(end: &str) -> bool {
    !end.is_empty() && !VAGUE.contains(&end)
}

#[cfg(test)]
mod tests {
    use super::{common_end, says_enough};

    #[test]
    fn names_have_a_common_end() {
        for (one, other, common) in [
            ("CreateCustomerMetadata", "UpdateCustomerMetadata", "CustomerMetadata"),
            ("CreateCustomerAddress", "CreateAddress", "Address"),
            ("CustomerTaxAddress", "CustomerSyntaxAddress", "Address"),
            ("ListRefundsStatus", "ListPayoutsStatus", ""),
            ("CreateInvoice", "CreateQuote", ""),
        ] {
            assert_eq!(common_end(one, other), common, "{one} {other}");
        }
    }

    #[test]
    fn what_all_modules_share_has_a_name_that_says_what_it_is() {
        for (end, says) in [("Address", true), ("TaxBehavior", true), ("", false), ("Response", false)] {
            assert_eq!(says_enough(end), says, "{end}");
        }
    }
}
