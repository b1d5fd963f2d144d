//! The body of a request, read with limits of size and time.

use std::time::Duration;

use axum::body::Body;
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;

use crate::options::Options;
use crate::problem::Problem;

/// The whole body. What is counted is what it unpacks to, so that a small parcel cannot hold a large one.
pub(crate) async fn read(body: Body, options: &Options) -> Result<Bytes, Problem> {
    let limit = options.max_body;
    let too_large = || {
        Problem::new("body-too-large")
            .detail(format!("the body is over the limit of {limit} bytes"))
            .help("send less at a time, or start the server with a larger --max-body")
    };
    if http_body::Body::size_hint(&body).lower() > limit as u64 {
        return Err(too_large());
    }
    let gather = async {
        let mut body = body;
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|e| {
                Problem::new("bad-request").detail(format!("the body broke off or is not what it says: {e}"))
            })?;
            let Ok(data) = frame.into_data() else { continue };
            if first.len() + all.len() + data.len() > limit {
                return Err(too_large());
            }
            // Small bodies come in one piece and need no second copy.
            if first.is_empty() && all.is_empty() {
                first = data;
            } else {
                if all.is_empty() {
                    all.extend_from_slice(&first);
                    first = Bytes::new();
                }
                all.extend_from_slice(&data);
            }
        }
        Ok(if all.is_empty() { first } else { all.freeze() })
    };
    within(options.body_timeout, gather).await
}

async fn within<T>(time: Duration, work: impl Future<Output = Result<T, Problem>>) -> Result<T, Problem> {
    tokio::time::timeout(time, work).await.unwrap_or_else(|_| {
        let detail = format!("the body did not come within {} seconds", time.as_secs());
        Err(Problem::new("timeout").detail(detail))
    })
}
