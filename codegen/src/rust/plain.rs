//! Names that people can read, type and tell apart, whatever their wire names are.

/// What letters a name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// All of ASCII.
    Plain,
    /// Latin ones too that not every keyboard has, such as this.
    Accented(char),
    /// One of another script, which may look like a Latin one, or belong to none.
    Foreign(char),
}

/// The letters of a name, by the one that is least plain.
pub(super) fn letters(name: &str) -> Letters {
    let mut others = name.chars().filter(|character| !character.is_ascii() && character.is_alphanumeric());
    match others.clone().find(|character| !is_latin(*character)) {
        Some(foreign) => Letters::Foreign(foreign),
        None => others.next().map_or(Letters::Plain, Letters::Accented),
    }
}

/// Whether a letter is one of those with which the languages of Latin script are written today.
fn is_latin(character: char) -> bool {
    match character {
        '×' | '÷' | 'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' => false,
        'À'..='ž' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ș'..='ț' | 'ẞ'..='ỹ' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_apart() {
        for (name, letters) in [
            ("abc_1", Letters::Plain),
            ("“abc”", Letters::Plain),
            ("créé", Letters::Accented('é')),
            ("Straße", Letters::Accented('ß')),
            ("đường", Letters::Accented('đ')),
            ("аbc", Letters::Foreign('\u{430}')),
            ("éа", Letters::Foreign('\u{430}')),
            ("名前", Letters::Foreign('名')),
            ("ａbc", Letters::Foreign('\u{FF41}')),
            ("ﬁ", Letters::Foreign('\u{FB01}')),
        ] {
            assert_eq!(super::letters(name), letters, "{name}");
        }
    }
}
