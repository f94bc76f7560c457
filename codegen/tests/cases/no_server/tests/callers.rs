//! A service of which nobody knows where it is but the program.

use case_no_server::{BlockingClient, Client, Config, notes};

#[test]
fn the_program_says_where_the_service_is() {
    let config = Config::new("https://notes.example/api", "tok_example").unwrap();
    let request = notes::get(&config, 7).into_http().unwrap();
    assert_eq!(request.uri(), "https://notes.example/api/notes/7");
    assert_eq!(request.headers()["authorization"], "Bearer tok_example");

    let client = Client::new("http://localhost:8080", "id", "secret").unwrap();
    assert_eq!(notes::get(&client, 7).robot_token("tok").into_http().unwrap().uri(), "http://localhost:8080/notes/7");
    let builder = BlockingClient::builder("http://notes:8080").robot("id", "secret").allow_http_to("notes");
    let client = builder.build().unwrap();
    assert_eq!(notes::get(&client, 7).robot_token("tok").into_http().unwrap().uri(), "http://notes:8080/notes/7");
}

#[test]
fn what_is_no_base_url_is_refused() {
    let error = Client::new("", "id", "secret").unwrap_err();
    assert!(error.to_string().starts_with("the base URL is refused"), "{error}");
    assert!(Config::new("http://notes.example", "tok_example").is_err());
}
