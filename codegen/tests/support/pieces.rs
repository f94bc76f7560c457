//! What random edits of YAML are made of.

use proptest::sample::Index;

/// Pieces of which YAML is made.
pub(crate) const PIECES: &[&str] = &[
    "",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{8}",
    "\u{FEFF}",
    "\u{FFFE}",
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    "- ",
    ",",
    "?",
    "? ",
    "#",
    " #",
    "&a ",
    "*a",
    "*b",
    "!t ",
    "!!str ",
    "!!int ",
    "!<",
    "<<",
    "<<: ",
    "'",
    "\"",
    "\\",
    "\\u",
    "\\ud83e",
    "|",
    ">",
    "|+",
    ">-",
    "|2",
    "---",
    "...",
    "%YAML 1.2",
    "%TAG ! a",
    "~",
    "null",
    "true",
    "0755",
    ".inf",
    "1e400",
    "0x1F",
    "a",
    "a: b",
    "é🦀",
    "\u{202E}",
    "\u{85}",
    "99999999999999999999",
];

/// A text in which a piece takes the place of some characters.
pub(crate) fn edited(text: &str, start: Index, length: usize, piece: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let start = if characters.is_empty() { 0 } else { start.index(characters.len()) };
    let end = (start + length).min(characters.len());
    characters[..start].iter().copied().chain(piece.chars()).chain(characters[end..].iter().copied()).collect()
}
