//! Whether a value of an example fits a type that has no members.

use crate::{
    api::{
        model::{Api, Enum, EnumBase, Type},
        scalars::{Scalar, TimestampFormat},
    },
    diag::{Diagnostics, alternatives, code, instead},
    spec::{Node, Value},
};

/// Why a value does not fit, and what to write instead.
pub(crate) struct Mismatch {
    pub(crate) expected: String,
    pub(crate) help: String,
}

/// Checks a value against a type that is neither object, list, map nor nullable, where instants have a form. The faults
/// so far decide whether what was probably meant is looked for.
pub(crate) fn check(
    node: &Node,
    ty: &Type,
    timestamps: TimestampFormat,
    api: &Api,
    faults: &Diagnostics,
) -> Result<(), Mismatch> {
    let rule = match ty {
        Type::Scalar(scalar) => &scalar.facts().example,
        Type::Enum(id) => return value_of(&api[*id], node, faults),
        Type::Id(_) | Type::Expandable(..) => &Scalar::String.facts().example,
        Type::Json | Type::Object(_) | Type::List(_) | Type::Map(_) | Type::Nullable(_) => return Ok(()),
    };
    if (rule.fits)(&node.value, timestamps) {
        return Ok(());
    }
    let (expected, help) = match ty {
        Type::Expandable(..) => (
            "an identifier, or the object itself",
            match node.value {
                Value::Number(_) | Value::Boolean(_) => (rule.help)(&node.value, timestamps),
                _ => "write one of the two",
            },
        ),
        _ => (rule.expected, (rule.help)(&node.value, timestamps)),
    };
    Err(Mismatch { expected: expected.to_owned(), help: help.to_owned() })
}

/// Checks that a value is one of an enum, of the kind that its base says.
fn value_of(enumeration: &Enum, node: &Node, faults: &Diagnostics) -> Result<(), Mismatch> {
    let known = || enumeration.values.iter().map(|value| value.item.name.as_str());
    let is_known = |text: &str| known().any(|value| value == text);
    let expected = format!("a value of the enum {}", code(&enumeration.item.name));
    let among = |meant| instead(meant, format!("write {}, or add the value to the enum", alternatives(known())));
    let (written, base) = match &node.value {
        Value::Text(text) => (text.clone(), EnumBase::Text),
        Value::Number(number) => (number.as_str().to_owned(), EnumBase::Integer),
        Value::Boolean(truth) => (truth.to_string(), EnumBase::Boolean),
        _ => return Err(Mismatch { expected, help: among(None) }),
    };
    let help = match (is_known(&written), enumeration.base) {
        (true, own) if own == base => return Ok(()),
        (true, EnumBase::Text) => {
            format!("put it in quotes, since the values of this enum are texts: \"{written}\"")
        }
        (true, own) => {
            format!("write it without quotes, since the values of this enum are {}s: {written}", own.as_str())
        }
        (false, _) => among(faults.closest(&written, known())),
    };
    Err(Mismatch { expected, help })
}
