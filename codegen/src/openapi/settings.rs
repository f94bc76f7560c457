//! What a project says of all of its API, in place of what the document says or beside it.

use super::calls::Made;
use crate::spec::project::ProjectFile;
use crate::spec::{ApiFile, Protocol};

/// Puts what a project says into what was made of its document.
pub(super) fn apply(file: &ProjectFile, api: &mut ApiFile, made: &mut [Made]) {
    api.package = Ok(file.package.clone());
    if let Some(doc) = &file.doc {
        api.doc = doc.clone();
    }
    if let Some(servers) = &file.servers {
        api.servers = Some(servers.clone());
        api.environments.clone_from(&file.environments);
        api.server_variables.clone_from(&file.server_variables);
        for call in made {
            call.endpoint.server = None;
        }
    }
    api.headers.extend(file.headers.iter().cloned());
    let said = file.protocol.clone();
    let known = std::mem::take(&mut api.protocol);
    api.protocol = Protocol {
        request_id: said.request_id.or(known.request_id),
        idempotency_key: said.idempotency_key.or(known.idempotency_key),
        should_retry: said.should_retry.or(known.should_retry),
        error_code: said.error_code.or(known.error_code),
        error_message: said.error_message.or(known.error_message),
        error_fields: said.error_fields,
    };
}
