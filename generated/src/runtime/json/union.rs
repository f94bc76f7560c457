//! Enums of the several kinds of data that something can be.

/// Lets an enum be one of several kinds of data. Each kind has a row: the variant, its data if it holds any, perhaps with the
/// form in which that is written, and what tells it on the wire, a text, or another literal in brackets. Where only the shape
/// tells it, the sorts of JSON that it can be stand behind that, then the members that always say the same, each with what they
/// say, and those that no other kind has.
///
/// An enum of answers has a variant `Unknown(UnknownVariant)` beside; one that is only `sent` has none. Its rows may say bounds,
/// which are checked before they are sent, and end in what the variant follows from, as `follows!` says.
macro_rules! union {
    (
        $name:ident told $told:ident $(($($tell:literal),+))?;
        $($variant:ident $(($data:ident $(as $form:ident)?))? = $tag:tt $(=> $($sort:ident)|+ $(saying $($constant:literal = $($said:tt)|+),+)? $(having $($mark:literal),+)?)?;)+
    ) => {
        #[allow(deprecated, reason = "kinds that are on their way out are read and written like the others")]
        impl $crate::runtime::Union for $name {
            $crate::runtime::union! {
                @kinds $told $(($($tell),+))?;
                $($tag [$($($form)?)?] [] $($($sort)|+ $(saying $($constant = $($said)|+),+)? $(having $($mark),+)?)?;)+
            }

            fn selected(&mut self) -> $crate::runtime::Selected<'_> {
                $crate::runtime::union!(@index $($variant)+);
                match self {
                    $(Self::$variant $(($data))? => $crate::runtime::union!(@known Index::$variant $(, $data)?),)+
                    Self::Unknown(unknown) => $crate::runtime::Selected::Unknown(unknown),
                }
            }

            fn select(&mut self, index: usize) {
                $crate::runtime::union!(@index $($variant)+);
                $(if index == Index::$variant as usize {
                    *self = Self::$variant $(($crate::runtime::union!(@blank $data)))?;
                })+
            }

            fn keep(&mut self, unknown: $crate::runtime::UnknownVariant) -> bool {
                *self = Self::Unknown(unknown);
                true
            }
        }

        $crate::runtime::union!(@place $told $name, Self::Unknown($crate::runtime::UnknownVariant::blank()));
    };
    (
        sent $name:ident told $told:ident $(($($tell:literal),+))?;
        $($variant:ident $(($data:ident $(as $form:ident)?))? = $tag:tt $([$($bounds:tt)+])? $(, $how:ident $given:ty)*;)+
    ) => {
        #[allow(deprecated, reason = "kinds that are on their way out are read and written like the others")]
        impl $crate::runtime::Union for $name {
            $crate::runtime::union! {
                @kinds $told $(($($tell),+))?;
                $($tag [$($($form)?)?] [$($($bounds)+)?];)+
            }

            fn selected(&mut self) -> $crate::runtime::Selected<'_> {
                $crate::runtime::union!(@index $($variant)+);
                match self {
                    $(Self::$variant $(($data))? => $crate::runtime::union!(@known Index::$variant $(, $data)?),)+
                }
            }
        }

        $($($crate::runtime::follows!($name::$variant $how $given);)*)+

        $crate::runtime::union!(@place $told $name);
    };
    (
        @kinds $told:ident $(($($tell:literal),+))?;
        $($tag:tt [$($form:ident)?] [$($bounds:tt)*] $($($sort:ident)|+ $(saying $($constant:literal = $($said:tt)|+),+)? $(having $($mark:literal),+)?)?;)+
    ) => {
        fn kinds(&self) -> &'static $crate::runtime::Kinds {
            const {
                &$crate::runtime::Kinds {
                    told: $crate::runtime::Told::$told $(($($tell),+))?,
                    list: &[$($crate::runtime::Kind {
                        tag: $crate::runtime::literal!($tag),
                        shape: $crate::runtime::union!(
                            @shape $($($sort)|+ $(saying $($constant = $($said)|+),+)? $(having $($mark),+)?)?
                        ),
                        form: $crate::runtime::form!($($form)?),
                        bounds: $crate::runtime::bounds!($($bounds)*),
                    }),+],
                }
            }
        }
    };
    (@shape) => { $crate::runtime::Shape::NONE };
    (@shape $($sort:ident)|+ $(saying $($constant:literal = $($said:tt)|+),+)? $(having $($mark:literal),+)?) => {
        $crate::runtime::Shape {
            sorts: &[$($crate::runtime::Sort::$sort),+],
            constants: &[$($(($constant, &[$($crate::runtime::literal!($said)),+])),+)?],
            marks: &[$($($mark),+)?],
        }
    };
    (@index $($variant:ident)+) => {
        #[derive(Clone, Copy)]
        enum Index { $($variant),+ }
    };
    (@known $index:expr) => {
        $crate::runtime::Selected::Known($index as usize, ::std::option::Option::None)
    };
    (@known $index:expr, $data:ident) => {
        $crate::runtime::Selected::Known($index as usize, ::std::option::Option::Some($data))
    };
    (@place Shape $name:ident $(, $blank:expr)?) => {
        $crate::runtime::place!($name, Union $(, $blank)?);
    };
    (@place $told:ident $name:ident $(, $blank:expr)?) => {
        impl $crate::runtime::Object for $name {
            fn members<'a>(&'a mut self, members: &mut $crate::runtime::Members<'a>) {
                members.union("", self);
            }
        }

        $crate::runtime::place!($name, Object $(, $blank)?);
    };
    (@blank $data:ident) => { $crate::runtime::blank() };
}
pub(crate) use union;
