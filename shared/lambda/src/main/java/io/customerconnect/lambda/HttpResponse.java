package io.customerconnect.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer in API Gateway's payload format 2.0. */
public record HttpResponse(int status, Map<String, String> headers, String body) {

  public HttpResponse(int status, String contentType, String body) {
    this(status, headers(contentType), body);
  }

  public static HttpResponse ok(Json body) {
    return new HttpResponse(200, "application/json", body.toText());
  }

  public static HttpResponse created(Json body) {
    return new HttpResponse(201, "application/json", body.toText());
  }

  /** What was asked for has begun, and is not done yet. */
  public static HttpResponse accepted() {
    return new HttpResponse(202, headers("application/json"), "");
  }

  public static HttpResponse noContent() {
    return new HttpResponse(204, headers("application/json"), "");
  }

  /** This answer with one header more; names are in lower case. */
  public HttpResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpResponse(status, more, body);
  }

  Json toEvent() {
    Json.Obj headerMembers = Json.object();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      headerMembers = headerMembers.with(header.getKey(), header.getValue());
    }
    return Json.object()
        .with("statusCode", status)
        .with("headers", headerMembers)
        .with("body", body)
        .with("isBase64Encoded", Json.of(false));
  }

  private static Map<String, String> headers(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", contentType);
    headers.put("cache-control", "no-store");
    headers.put("x-content-type-options", "nosniff");
    return headers;
  }
}
