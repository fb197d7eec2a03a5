package io.customerconnect.local.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** S3's answers in XML. */
final class S3Xml {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private S3Xml() {}

  static String error(S3Exception e, String resource) {
    return DECLARATION
        + element(
            "Error",
            element("Code", text(e.code().text()))
                + element("Message", text(e.said()))
                + element("Resource", text(resource))
                + element("RequestId", "LOCAL"));
  }

  /**
   * A page of a list.
   *
   * @param request the parameters that it repeats
   * @param next where the following page begins, if there is one
   */
  static String list(
      ListRequest request,
      List<StoredObject> objects,
      List<String> commonPrefixes,
      Optional<String> next) {
    UnaryOperator<String> key =
        request.encoding() == ListRequest.KeyEncoding.URL
            ? name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
            : S3Xml::text;
    StringBuilder xml = new StringBuilder(DECLARATION);
    xml.append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    xml.append(element("Name", text(request.bucket())));
    xml.append(element("Prefix", key.apply(request.prefix())));
    if (!request.delimiter().isEmpty()) {
      xml.append(element("Delimiter", key.apply(request.delimiter())));
    }
    if (request.encoding() == ListRequest.KeyEncoding.URL) {
      xml.append(element("EncodingType", "url"));
    }
    xml.append(element("MaxKeys", Integer.toString(request.maxKeys())));
    xml.append(element("KeyCount", Integer.toString(objects.size() + commonPrefixes.size())));
    xml.append(element("IsTruncated", Boolean.toString(next.isPresent())));
    next.ifPresent(token -> xml.append(element("NextContinuationToken", text(token))));
    for (StoredObject object : objects) {
      xml.append(
          element(
              "Contents",
              element("Key", key.apply(object.key().key()))
                  + element(
                      "LastModified",
                      object.lastModified().truncatedTo(ChronoUnit.MILLIS).toString())
                  + element("ETag", text("\"" + object.etag() + "\""))
                  + element("Size", Long.toString(object.size()))
                  + element("StorageClass", "STANDARD")));
    }
    for (String prefix : commonPrefixes) {
      xml.append(element("CommonPrefixes", element("Prefix", key.apply(prefix))));
    }
    return xml.append("</ListBucketResult>").toString();
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private static String text(String characters) {
    return characters
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
