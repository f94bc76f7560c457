//! The rules by which changes are judged, for those who ask about one.

use crate::diag;

macro_rules! rules {
    ($($variant:ident $name:literal: $explanation:literal,)*) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Rule {
            $($variant,)*
        }

        impl Rule {
            /// Its stable name, as reports show it.
            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        /// All rules, by name.
        pub const RULES: &[diag::Rule] = &[$(diag::Rule { name: $name, explanation: $explanation }),*];
    };
}

rules! {
    AliasChanged "alias-changed": "`was` came, went or changed: with it a deprecated alias of the item's former Rust name. Losing an alias breaks those who still use it.",
    ApiDocChanged "api-doc-changed": "The words on the front page changed.",
    ApiRenamed "api-renamed": "The API has another name, which only readers of the description see.",
    ArgumentsReordered "arguments-reordered": "What callers must give comes in another order. Arguments of one type still compile, and then mean each other: the worst kind of break.",
    AuthChanged "auth-changed": "Requests are signed in another way: a token becomes an argument, or is none any more, and the service refuses the old way.",
    BodyFormatChanged "body-format-changed": "Bodies of requests are written in another format, so old programs are not understood.",
    BoundAdded "bound-added": "A value that callers send has a bound: beyond it, calls are refused.",
    BoundLoosened "bound-loosened": "A bound leaves more room than before; old programs still keep to theirs.",
    BoundRemoved "bound-removed": "A value has no bound any more; old programs still keep to theirs.",
    BoundTightened "bound-tightened": "A bound leaves less room than before.",
    BoxChanged "box-changed": "Objects came to hold each other, or to lead to very many others, or no longer do: what a member or variant holds is in a `Box` or in a `Boxed`, or out of it.",
    CodeAdded "code-added": "An error code is new. Old programs get it as `Unknown`, with its text.",
    CodeRemoved "code-removed": "An error code is gone, and its variant with it. Old programs never meet it again.",
    CodeRenamed "code-renamed": "An error code has another name: a variant with an alias in the source, an unknown code to old programs.",
    ConversionChanged "conversion-changed": "A variant followed from what it holds, until another one came that holds the same; or the other way round.",
    DefaultServerChanged "default-server-changed": "Another server takes the calls that name none, so `base_url` moves another one.",
    Deprecated "deprecated": "An item is on its way out: whoever uses it gets a warning.",
    DeprecationChanged "deprecation-changed": "What a deprecated item says to use instead changed, or it is no longer on its way out.",
    DocChanged "doc-changed": "The words about an item changed.",
    EndpointAdded "endpoint-added": "A call is new.",
    EndpointMoved "endpoint-moved": "A call is made by another method, or to another path: old programs call what is no longer there.",
    EndpointRemoved "endpoint-removed": "A call is gone, in the source and from the service.",
    EndpointRenamed "endpoint-renamed": "A call has another name in Rust; its path is another matter.",
    EndpointServerChanged "endpoint-server-changed": "A call goes to another server.",
    EnumAdded "enum-added": "An enum is new.",
    EnumBaseChanged "enum-base-changed": "The values of an enum are of another kind in JSON, and so of another type.",
    EnumClosed "enum-closed": "The service promises no other values; the crate keeps such all the same.",
    EnumOpened "enum-opened": "The service may send values that are not listed; old programs get them as `Unknown`.",
    EnumRemoved "enum-removed": "An enum is gone.",
    EnumRenamed "enum-renamed": "An enum has another name, which never travels.",
    ErrorFieldAdded "error-field-added": "Errors can be asked for one thing more.",
    ErrorFieldRemoved "error-field-removed": "Errors can no longer be asked for something.",
    ErrorFieldRenamed "error-field-renamed": "What errors are asked for has another name, which never travels.",
    ErrorMembersChanged "error-members-changed": "The code or message of an error, or what else it says, is found elsewhere in its body: old programs no longer find it.",
    ExampleAdded "example-added": "An example is new, and a test with it.",
    ExampleChanged "example-changed": "An example changed, and its test.",
    ExampleRemoved "example-removed": "An example is gone, and its test.",
    ExampleRenamed "example-renamed": "An example has another name, and so has its test.",
    FailureAdded "failure-added": "A call can fail with one more code. Old programs get it as `Unknown` of that call.",
    FailureRemoved "failure-removed": "A call no longer fails with a code, so its error enum loses the variant.",
    FieldAdded "field-added": "A member of an object is new. Old programs pass over it in answers; one that requests need is missing from theirs.",
    FieldRemoved "field-removed": "A member of an object is gone. Old programs fail to read an answer without it, unless it was allowed to be absent.",
    FieldRenamed "field-renamed": "A member has another name: in JSON it is a loss and an addition, and Rust has no alias for a field.",
    HeaderAdded "header-added": "A header is new: sent with each request, or set by callers.",
    HeaderChanged "header-changed": "A header carries another value, or callers can set it who could not before, or the other way round.",
    HeaderRemoved "header-removed": "A header is gone, and what sets it.",
    HeaderRenamed "header-renamed": "A header has another name: its setter keeps an alias, and the service no longer looks for the old one.",
    IdempotencyChanged "idempotency-changed": "The service knows repetitions by another header, or for other methods. Without that, a repeated request may be done twice.",
    IdentifierAdded "identifier-added": "A type of identifiers is new.",
    IdentifierRemoved "identifier-removed": "A type of identifiers is gone.",
    IdentifierRenamed "identifier-renamed": "A type of identifiers has another name, which never travels.",
    LicenseChanged "license-changed": "The licence of the crate changed.",
    LifecycleAdded "lifecycle-added": "The states of an object are described, which documentation shows.",
    LifecycleChanged "lifecycle-changed": "An object is born in another state.",
    LifecycleRemoved "lifecycle-removed": "The states of an object are no longer described.",
    LocationChanged "location-changed": "A parameter travels in another part of the request, where the service does not look for an old program's.",
    MadeClearable "made-clearable": "A value can be unset, by a setter of its own.",
    MadeOptional "made-optional": "A value may be missing: good news in requests, an `Option` in answers, where old programs fail without it.",
    MadePublic "made-public": "A text is no secret any more, and so of another type.",
    MadeRequired "made-required": "A value is always there: no `Option` in answers, an argument in requests, where old programs may leave it out.",
    MadeSecret "made-secret": "A text is a secret now, kept out of debug output, and so of another type.",
    MadeUnclearable "made-unclearable": "A value can no longer be unset.",
    ObjectAdded "object-added": "An object is new.",
    ObjectRemoved "object-removed": "An object is gone.",
    ObjectRenamed "object-renamed": "An object has another name, which never travels.",
    OptionalSidesChanged "optional-sides-changed": "A member may be missing on one side where it was not, and is always there on the other.",
    PackageRenamed "package-renamed": "The crate has another name: every `use` of it changes.",
    PackageVersionChanged "package-version-changed": "The crate has another version; whether it is the right one is said apart.",
    PaginationChanged "pagination-changed": "Lists are cut into pages in another way.",
    ParameterAdded "parameter-added": "A call takes one more parameter: a setter, or an argument that old programs do not give.",
    ParameterRemoved "parameter-removed": "A call takes one parameter less; the service may refuse those who send it.",
    ParameterRenamed "parameter-renamed": "A parameter has another name: nothing to those who give it by its place, a loss to old programs.",
    PrefixChanged "prefix-changed": "Identifiers are said to begin in another way, which nothing checks.",
    ProtocolAdded "protocol-added": "How the service speaks below some path is described.",
    ProtocolChanged "protocol-changed": "A protocol holds below other paths, or an endpoint speaks another one.",
    ProtocolRemoved "protocol-removed": "How the service speaks below some path is no longer described.",
    ProtocolRenamed "protocol-renamed": "How the service speaks below some path has another name, which only readers of the description see.",
    RequestIdChanged "request-id-changed": "The header that identifies a request is another; old programs no longer find the identifier.",
    ResourceAdded "resource-added": "A resource is new: a module and a feature of the crate.",
    ResourceMoved "resource-moved": "A type moved to another resource, and so to another module.",
    ResourceRemoved "resource-removed": "A resource is gone, with all that is in it.",
    ResourceRenamed "resource-renamed": "A resource has another name, and so have its module and feature. Rust can keep neither.",
    RestAdded "rest-added": "An object can have other members beside the named ones. Programs built before pass over them; those built now read them, and fail where one does not fit the type.",
    RestRemoved "rest-removed": "An object has no other members any more: the crate passes over those that come all the same, and the service may refuse them.",
    ReturnsChanged "returns-changed": "A call answers with something else.",
    RustNameChanged "rust-name-changed": "An item has another name in Rust, and the same on the wire.",
    ServerAdded "server-added": "A server is new.",
    ServerRemoved "server-removed": "A server is gone: a client that sets its URL by its name is refused.",
    ServerRenamed "server-renamed": "A server has another name, and is where it was: a client that sets its URL by the old name is refused.",
    ServerUrlChanged "server-url-changed": "A server is elsewhere; old programs go where it was.",
    SessionChanged "session-changed": "How the crate fetches tokens by itself changed, and with it the type that sends batches.",
    ShouldRetryChanged "should-retry-changed": "The header that says whether to repeat a request is another; old programs no longer hear it.",
    SideAdded "side-added": "A member or variant is met on one more side: in requests or in responses.",
    SideRemoved "side-removed": "A member or variant is no longer met on one of the sides.",
    SinceChanged "since-changed": "The version of the API that brought an item is said to be another.",
    StatusChanged "status-changed": "An error code comes with another HTTP status. Callers match the code, so they notice nothing, unless calls are repeated with one of the two and not with the other.",
    TagChanged "tag-changed": "What a member always says changed; it stays a text.",
    TimestampsChanged "timestamps-changed": "Instants in requests are written in another form; reading takes both.",
    TokenRenamed "token-renamed": "The argument for a token has another name, which callers do not write.",
    TransitionAdded "transition-added": "A call is said to move an object from state to state.",
    TransitionChanged "transition-changed": "A call moves an object from other states, to another one, or fails otherwise.",
    TransitionRemoved "transition-removed": "A call is no longer said to move an object.",
    TypeChanged "type-changed": "A value is of another type. What is sent must still be among what is taken.",
    UnionAdded "union-added": "An object is one of several things, told apart by a member.",
    UnionRemoved "union-removed": "An object is no longer one of several things.",
    UnionTagChanged "union-tag-changed": "Another member tells apart what an object is.",
    ValueAdded "value-added": "An enum has one more value. In answers, old programs get it as `Unknown`.",
    ValueRemoved "value-removed": "An enum has one value less. In requests, the service refuses it.",
    ValueRenamed "value-renamed": "A value has another text: an alias in the source, an unknown one to old programs.",
    VariantAdded "variant-added": "An object can be one more thing. In answers, old programs get it as `Unknown`.",
    VariantDataChanged "variant-data-changed": "A variant of an object holds other data.",
    VariantRemoved "variant-removed": "An object can be one thing less. In requests, the service refuses it.",
    VariantRenamed "variant-renamed": "A variant has another name on the wire, and in Rust.",
    VersionChanged "version-changed": "The description speaks of another version of the API. Programs say which one they were made for.",
}
