package io.customerconnect.table;

import io.customerconnect.domain.party.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Links that somebody is sent by mail. The table knows the hashes of their tokens, and nobody the
 * tokens.
 */
final class MailedLinks {
  private static final int BYTES = 32;

  private final Table table;
  private final Function<String, Keys.Key> keyOfHash;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param keyOfHash where a link stands, by the hash of its token
   */
  MailedLinks(Table table, Function<String, Keys.Key> keyOfHash) {
    this.table = table;
    this.keyOfHash = keyOfHash;
  }

  /**
   * Makes a link.
   *
   * @param attributes sets what the link stands for
   * @return its token of 256 random bits: 43 characters that are safe in a URL
   */
  String create(Contact sentTo, Instant expiresAt, Consumer<ItemBuilder> attributes) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ItemBuilder item =
        ItemBuilder.item(key(token))
            .setMaps("sentTo", List.of(LegalEntityItem.ContactItem.write(sentTo)))
            .set("until", expiresAt)
            .expiresAt(expiresAt);
    attributes.accept(item);
    table.client().putItem(put -> put.tableName(table.name()).item(item.build()));
    return token;
  }

  /** What a token leads to, unless it is unknown or has expired; one strongly consistent read. */
  Optional<ItemReader> find(String token, Instant now) {
    return table.get(key(token)).map(ItemReader::new).filter(link -> now.isBefore(expiresAt(link)));
  }

  static Contact sentTo(ItemReader link) {
    return LegalEntityItem.ContactItem.read(link.maps("sentTo").getFirst());
  }

  static Instant expiresAt(ItemReader link) {
    return link.instant("until");
  }

  Keys.Key key(String token) {
    try {
      return keyOfHash.apply(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(token.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
