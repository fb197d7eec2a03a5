package io.customerconnect.functions.buyer;

import io.customerconnect.domain.party.Language;
import io.customerconnect.functions.buyer.page.DecisionPage;
import io.customerconnect.lambda.HttpRequest;
import java.util.Optional;

/** Which language a page behind a mailed link is in. */
final class PageLanguage {
  private PageLanguage() {}

  /**
   * The one that was chosen on the page, else that of the mail's reader, else the browser's.
   *
   * @param reader of the one whom the link was sent to
   */
  static Language of(HttpRequest request, Optional<Language> reader) {
    return Optional.ofNullable(request.queryParameters().get(DecisionPage.LANGUAGE_PARAMETER))
        .map(Language::ofTag)
        .or(() -> reader)
        .orElseGet(request::language);
  }
}
