//! Answers in all forms, also those that no client asks for.

use super::super::support::any_client::{AnyClient, for_each_client};
use super::super::support::script::{ORDER, Turn, chunked};
use super::case::{Ask, Case, End, play};

for_each_client!(answers_are_read, answers_that_do_not_fit_are_told_of, refusals_are_told_of);

fn answers_are_read<C: AnyClient>() {
    play::<C>([
        Case::new("an answer with a length", [Turn::ok()]),
        Case::new("an answer in one chunk", [Turn::raw(chunked(ORDER, 9999))]),
        Case::new("an answer in chunks", [Turn::raw(chunked(ORDER, 7))]),
        Case::new("any status of success", [Turn::answer(202, &[], ORDER)]),
        Case::new("a type that is not JSON", [Turn::answer(200, &[("content-type", "text/plain")], ORDER)]),
        Case::new(
            "interim answers",
            [Turn::raw(format!("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n{}", chunked(ORDER, 99)))],
        ),
        Case::new("an encoding that changes nothing", [Turn::answer(200, &[("content-encoding", "identity")], ORDER)]),
        Case::new("no content", [Turn::answer(204, &[], "")]).ask(Ask::Ping),
        Case::new("an empty body", [Turn::answer(200, &[], "")]).ask(Ask::Ping),
        Case::new("an empty body in chunks", [Turn::raw(chunked("", 1))]).ask(Ask::Ping),
        Case::new("a body that nobody wants", [Turn::answer(200, &[], "{}")]).ask(Ask::Ping),
        Case::new("no content where there may be some", [Turn::answer(204, &[], "")]).ask(Ask::Find),
        Case::new("an empty body where there may be some", [Turn::answer(200, &[], "")]).ask(Ask::Find),
        Case::new("null where there may be some", [Turn::answer(200, &[], "null")]).ask(Ask::Find),
        Case::new("no content after a DELETE", [Turn::answer(204, &[], "")]).ask(Ask::Remove),
    ]);
}

fn answers_that_do_not_fit_are_told_of<C: AnyClient>() {
    let unfit = |name, turn, problem| {
        Case::new(name, [turn]).fails(End::Unfit(200), format!("the answer to orders.commit does not fit: {problem}"))
    };
    play::<C>([
        unfit("an empty body", Turn::answer(200, &[], ""), "malformed JSON: EOF while parsing a value"),
        unfit("an empty body in chunks", Turn::raw(chunked("", 1)), "malformed JSON: EOF while parsing a value"),
        unfit("other JSON", Turn::answer(200, &[], "{}"), "at `id`: expected a string, found no such member (req_1)"),
        unfit(
            "HTML",
            Turn::answer(200, &[("content-type", "text/html")], "<html>ok</html>"),
            "expected JSON, found HTML",
        ),
        unfit(
            "other than UTF-8",
            Turn::answer(200, &[], b"{\"id\":\"\xff\"}"),
            "expected JSON, found other than UTF-8: ",
        ),
        unfit(
            "an encoding that nobody asked for",
            Turn::answer(200, &[("content-encoding", "br")], b"\x0b"),
            "expected a body as it is, found the encoding `br`, which was not asked for",
        ),
        Case::new("HTML where nothing is expected", [Turn::answer(200, &[], "<html>ok</html>")])
            .ask(Ask::Ping)
            .fails(End::Unfit(200), "the answer to hosts.ping does not fit: expected JSON, found HTML"),
        Case::new("no content where some is expected", [Turn::answer(204, &[], "")])
            .fails(End::Unfit(204), "the answer to orders.commit does not fit: malformed JSON: EOF while parsing"),
    ]);
}

fn refusals_are_told_of<C: AnyClient>() {
    let html = "<html><h1>no</h1></html>";
    play::<C>([
        Case::new("an error of the API", [Turn::error(400, &[])]).fails(End::Api(400), "400 oops: no luck (req_1)"),
        Case::new("an error without a body", [Turn::answer(401, &[], "")])
            .fails(End::Api(401), "401 without a body (req_1)"),
        Case::new("an error page", [Turn::answer(403, &[], html)])
            .fails(End::Api(403), "403 with HTML in place of JSON (req_1)"),
        Case::new("an error page of a gateway", vec![Turn::answer(502, &[], html); 3])
            .waits([500, 1000])
            .fails(End::Api(502), "502 with HTML in place of JSON (req_1)"),
        Case::new("an error that is not UTF-8", [Turn::answer(400, &[], b"{\"error\":\"\xff\"}")])
            .fails(End::Api(400), "400 with other than JSON (req_1)"),
        Case::new("an error in another encoding", [Turn::answer(400, &[("content-encoding", "br")], b"\x0b")])
            .fails(End::Api(400), "400 with the encoding `br`, which was not asked for (req_1)"),
        Case::new("not modified", [Turn::raw("HTTP/1.1 304 Not Modified\r\n\r\n")])
            .fails(End::Api(304), "304 without a body"),
    ]);
}
