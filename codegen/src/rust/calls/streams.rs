//! What is said of answers that come piece by piece.

use crate::api::AnswerContent;

/// What requests have methods for besides, where an answer comes in this way.
pub(in crate::rust) fn methods(content: AnswerContent) -> &'static [&'static str] {
    match content {
        AnswerContent::Json | AnswerContent::Text => &[],
        AnswerContent::Bytes => &["chunks"],
        AnswerContent::Events => &["events"],
        AnswerContent::Lines => &["lines"],
    }
}

/// What documentation says of it; nothing where an answer is whole.
pub(in crate::rust) fn sentence(content: AnswerContent) -> Option<String> {
    let sentence = match content {
        AnswerContent::Json | AnswerContent::Text => return None,
        AnswerContent::Bytes => {
            "`chunks()` on the request gives the bytes as they come; by itself, it gives all of them."
        }
        AnswerContent::Events => {
            "`events()` on the request gives the events as they come; by itself, it waits for all of them."
        }
        AnswerContent::Lines => {
            "`lines()` on the request gives the lines as they come; by itself, it waits for all of them."
        }
    };
    Some(sentence.to_owned())
}
