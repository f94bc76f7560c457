//! Conversations with a model, over HTTP on this machine.

mod service;

use std::future::{Future, IntoFuture};

use case_ai_service::replies::{
    self, CreateError, Delta, FunctionToolParams, MessageParams, Part, PartDelta, PartTextParams, PictureParams,
    PictureSourceUrlParams, Role, StopReason, ToolChoiceToolParams, ToolParams, ToolResultParams,
    ToolWebSearchParams,
};
use case_ai_service::reexports::serde_json::json;
use case_ai_service::{Client, Error, File, batches, recordings};

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn client(url: String) -> Client {
    Client::builder().api_key("sk_test_example").base_url(url).build().unwrap()
}

fn hello() -> [MessageParams; 1] {
    [MessageParams::new(Role::User, [PartTextParams::new("Hello?")])]
}

const REPLY: &str = concat!(
    r#"{"id":"rep_1","object":"reply","model":"heron-2","created":1750000000,"#,
    r#""content":[{"type":"thought","thought":"Hm."},{"type":"tool_call","id":"c1","name":"weather","arguments":{"town":"Bonn"}},"#,
    r#"{"type":"song","notes":[1]}],"stop_reason":"tool_call","usage":{"input_tokens":9,"output_tokens":2}}"#,
);

#[test]
fn tools_are_told_inside() {
    let (url, service) = service::receiving(REPLY);
    let weather = FunctionToolParams::new("weather", json!({"type": "object"})).description("Tells the weather.");
    let tools: [ToolParams; 3] = [weather.into(), ToolWebSearchParams::new().max_uses(2).into(), ToolParams::Code];
    let picture = PictureParams::new(PictureSourceUrlParams::new("https://pictures.example/1.png"));
    let messages = [
        MessageParams::new(Role::User, [picture]),
        MessageParams::new(Role::User, [ToolResultParams::new("c0", "sunny").is_error(false)]),
    ];
    let request = replies::create(&client(url), "heron-2", messages)
        .tools(tools)
        .tool_choice(ToolChoiceToolParams::new("weather"))
        .heron_beta("songs");
    let reply = run(request.into_future()).unwrap();
    let received = service.join().unwrap();
    let expected = concat!(
        r#"{"model":"heron-2","messages":[{"role":"user","content":[{"type":"picture","source":{"type":"url","#,
        r#""url":"https://pictures.example/1.png"}}]},{"role":"user","content":[{"type":"tool_result","call":"c0","#,
        r#""content":"sunny","is_error":false}]}],"tools":[{"type":"function","name":"weather","#,
        r#""description":"Tells the weather.","parameters":{"type":"object"}},{"type":"web_search","max_uses":2},"#,
        r#"{"type":"code"}],"tool_choice":{"type":"tool","name":"weather"}}"#,
    );
    assert_eq!(String::from_utf8(received.body.clone()).unwrap(), expected);
    assert_eq!(received.header("x-heron-key"), Some("sk_test_example"));
    assert_eq!((received.header("authorization"), received.header("heron-version")), (None, Some("2025-06-01")));
    assert_eq!(received.header("heron-beta"), Some("songs"));
    assert!(received.header("idempotency-key").is_some());

    let [Part::Thought(_), Part::ToolCall(call), Part::Unknown(song)] = &reply.content[..] else { panic!("{reply:?}") };
    assert_eq!((call.name.as_str(), &call.arguments["town"], song.kind()), ("weather", &json!("Bonn"), "song"));
    assert_eq!(reply.stop_reason, Some(StopReason::ToolCall));
}

const DELTAS: &str = concat!(
    "event: part_started\ndata: {\"type\":\"part_started\",\"index\":0,\"part\":{\"type\":\"text\",\"text\":\"\"}}\n\n",
    "event: ping\ndata: {\"type\":\"ping\"}\n\n",
    "event: part_delta\ndata: {\"type\":\"part_delta\",\"index\":0,\"delta\":{\"type\":\"text\",\"text\":\"Hel\"}}\n\n",
    "event: part_delta\ndata: {\"type\":\"part_delta\",\"index\":0,\"delta\":{\"type\":\"text\",\"text\":\"lo.\"}}\n\n",
    "event: later\ndata: {\"type\":\"later\",\"x\":1}\n\n",
    "event: reply_ended\ndata: {\"type\":\"reply_ended\",\"stop_reason\":\"end\",\"usage\":{\"input_tokens\":9,\"output_tokens\":2}}\n\n",
    "data: [DONE]\n\n",
);

/// What the deltas say, and how many of them this crate does not know.
fn said(deltas: impl IntoIterator<Item = Delta>) -> (String, usize) {
    let (mut text, mut unknown) = (String::new(), 0);
    for delta in deltas {
        match delta {
            Delta::PartDelta(part) => match part.delta {
                PartDelta::Text(more) => text.push_str(&more.text),
                other => panic!("{other:?}"),
            },
            Delta::Unknown(_) => unknown += 1,
            _ => {}
        }
    }
    (text, unknown)
}

#[test]
fn a_reply_is_told_while_it_is_written() {
    let (url, service) = service::receiving(DELTAS);
    let deltas = run(async {
        let mut events = replies::stream(&client(url), "heron-2", hello()).max_tokens(9).events();
        let mut deltas = Vec::new();
        while let Some(event) = events.next().await {
            deltas.push(event.unwrap().data);
        }
        deltas
    });
    assert_eq!(said(deltas), ("Hello.".to_owned(), 1));
    let received = service.join().unwrap();
    assert_eq!(received.header("accept"), Some("text/event-stream"));
    let sent = String::from_utf8(received.body).unwrap();
    assert!(sent.starts_with(r#"{"stream":true,"model":"heron-2","#) && sent.ends_with(r#""max_tokens":9}"#), "{sent}");
}

#[cfg(feature = "blocking")]
#[test]
fn threads_that_block_are_told_too() {
    let client = |url: String| {
        case_ai_service::BlockingClient::builder().api_key("sk_test_example").base_url(url).build().unwrap()
    };
    let (url, _) = service::receiving(DELTAS);
    let events = replies::stream(&client(url), "heron-2", hello()).events();
    assert_eq!(said(events.map(|event| event.unwrap().data)), ("Hello.".to_owned(), 1));
    let path = std::env::temp_dir().join(format!("clientsmith recording {}.mp3", std::process::id()));
    std::fs::write(&path, "sounds").unwrap();
    let (url, service) = service::receiving(r#"{"text":"Hello."}"#);
    recordings::transcribe(&client(url), File::open(&path), "heron-ear").send().unwrap();
    std::fs::remove_file(&path).unwrap();
    let received = service.join().unwrap();
    assert!(String::from_utf8(received.body).unwrap().contains("Content-Type: audio/mpeg\r\n\r\nsounds\r\n"));
}

#[test]
fn a_recording_is_uploaded_from_its_path() {
    let path = std::env::temp_dir().join(format!("clientsmith sounds {}.mp3", std::process::id()));
    std::fs::write(&path, "sounds").unwrap();
    let (url, service) = service::receiving(r#"{"text":"Hello.","language":"en","length":1.5}"#);
    let request = recordings::transcribe(&client(url), File::open(&path), "heron-ear")
        .granularities(["word", "segment"])
        .hint(recordings::HintParams::new().speakers(2));
    let transcript = run(request.into_future()).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!((transcript.text.as_str(), transcript.language.as_deref()), ("Hello.", Some("en")));
    let received = service.join().unwrap();
    assert_eq!(received.header("content-length").unwrap().parse(), Ok(received.body.len()));
    let sent = String::from_utf8(received.body).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    for part in [
        &format!("name=\"file\"; filename=\"{name}\"\r\nContent-Type: audio/mpeg\r\n\r\nsounds\r\n"),
        "name=\"model\"\r\n\r\nheron-ear\r\n",
        "name=\"granularities\"\r\n\r\nword\r\n",
        "name=\"hint\"\r\nContent-Type: application/json\r\n\r\n{\"speakers\":2}\r\n",
    ] {
        assert!(sent.contains(part), "{part} in {sent}");
    }
}

#[test]
fn a_voice_comes_as_bytes() {
    let (url, _) = service::receiving("sounds");
    let bytes = run(recordings::speak(&client(url), "heron-mouth", "Hello.", "lark").into_future()).unwrap();
    assert_eq!(bytes, "sounds");
}

#[test]
fn results_come_line_by_line() {
    let line = |id: &str, rest: &str| format!("{{\"custom_id\":\"{id}\",{rest}}}\n");
    let (url, _) = service::receiving(&(line("a", &format!("\"reply\":{REPLY}")) + &line("b", "\"error\":\"late\"")));
    let mut lines = batches::results(&client(url), "b_1").lines();
    let (first, second, end) = run(async { (lines.next().await, lines.next().await, lines.next().await) });
    assert!(first.unwrap().unwrap().reply.is_some());
    assert_eq!((second.unwrap().unwrap().error.as_deref(), end.is_none()), (Some("late"), true));
}

#[test]
fn pages_go_on_behind_the_last_reply() {
    let (url, service) = service::receiving(&format!(r#"{{"data":[{REPLY}],"has_more":false}}"#));
    let replies = run(async {
        let mut items = replies::list(&client(url)).after("rep_0").items();
        let mut ids = Vec::new();
        while let Some(reply) = items.next().await {
            ids.push(reply.unwrap().id.to_string());
        }
        ids
    });
    assert_eq!(replies, ["rep_1"]);
    assert!(service.join().unwrap().head.starts_with("GET /v1/replies?after=rep_0 HTTP/1.1\r\n"));
}

#[test]
fn a_refusal_has_its_code_its_fields_and_its_body() {
    let body = r#"{"error":{"type":"context_too_long","message":"Too long.","param":"messages","resets_at":1750000000}}"#;
    let response = case_ai_service::reexports::http::Response::builder().status(400).body(body.into()).unwrap();
    let error = <replies::Create as case_ai_service::Operation>::from_http(response).unwrap_err();
    let Error::Api(refused) = error else { panic!("{error}") };
    assert_eq!((&refused.kind, refused.param()), (&CreateError::ContextTooLong, Some("messages")));
    let Some(fault) = refused.body().unwrap() else { panic!("{refused}") };
    assert_eq!(fault.error.resets_at.unwrap().to_string(), "2025-06-15T15:06:40Z");
}
