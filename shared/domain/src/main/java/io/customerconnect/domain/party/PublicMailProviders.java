package io.customerconnect.domain.party;

import java.util.Set;

/** Domains at which everybody can have a mail address; those that companies are found at. */
final class PublicMailProviders {
  private static final Set<String> DOMAINS =
      Set.of(
          "126.com",
          "163.com",
          "aol.com",
          "arcor.de",
          "bk.ru",
          "bluewin.ch",
          "btinternet.com",
          "comcast.net",
          "email.cz",
          "email.de",
          "fastmail.com",
          "free.fr",
          "freenet.de",
          "gmail.com",
          "gmx.at",
          "gmx.ch",
          "gmx.com",
          "gmx.de",
          "gmx.net",
          "googlemail.com",
          "hotmail.co.uk",
          "hotmail.com",
          "hotmail.de",
          "hotmail.fr",
          "hotmail.it",
          "icloud.com",
          "interia.pl",
          "laposte.net",
          "libero.it",
          "live.com",
          "mac.com",
          "mail.com",
          "mail.de",
          "mail.ru",
          "me.com",
          "msn.com",
          "o2.pl",
          "onet.pl",
          "orange.fr",
          "outlook.com",
          "outlook.de",
          "posteo.de",
          "proton.me",
          "protonmail.com",
          "qq.com",
          "seznam.cz",
          "sfr.fr",
          "t-online.de",
          "telenet.be",
          "tutanota.com",
          "ukr.net",
          "virgilio.it",
          "wanadoo.fr",
          "web.de",
          "wp.pl",
          "yahoo.co.jp",
          "yahoo.co.uk",
          "yahoo.com",
          "yahoo.de",
          "yahoo.fr",
          "yandex.ru",
          "ziggo.nl");

  private PublicMailProviders() {}

  /**
   * Whether addresses of a domain say nothing about who their owners work for.
   *
   * @param domain in lower case
   */
  static boolean offer(String domain) {
    return DOMAINS.contains(domain);
  }
}
