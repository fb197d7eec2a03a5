package io.customerconnect.domain.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColleaguesTest {

  @ParameterizedTest
  @CsvSource({
    "ap@nordwind.example, '', ana@nordwind.example, true",
    "ap@nordwind.example, '', ana@NORDWIND.example, true",
    "ap@nordwind.example, '', ana@elsewhere.example, false",
    "ap@nordwind.example, '', ana@mail.nordwind.example, false",
    // Everybody can have an address there.
    "nordwind.einkauf-beispiel@gmail.com, '', ana.nordwind-beispiel@gmail.com, false",
    "nordwind.einkauf-beispiel@GMX.de, '', ana.nordwind-beispiel@gmx.de, false",
    // Those whom the customer has named.
    "nordwind.einkauf-beispiel@gmail.com, ana.nordwind-beispiel@gmail.com, ana.nordwind-beispiel@gmail.com, true",
    "nordwind.einkauf-beispiel@gmail.com, ana.nordwind-beispiel@gmail.com, Ana.nordwind-beispiel@Gmail.com, true",
    "nordwind.einkauf-beispiel@gmail.com, ap@nordwind.example, ana@nordwind.example, true",
    "ap@nordwind.example, boss.nordwind-beispiel@web.de, boss.nordwind-beispiel@web.de, true",
    "ap@nordwind.example, boss.nordwind-beispiel@web.de, ana.nordwind-beispiel@web.de, false",
  })
  void onlyThoseWhoAreKnownToBeOfTheCompanyAreColleagues(
      String contact, String other, String address, boolean expected) {
    Colleagues colleagues =
        new Colleagues(
            contact(contact),
            Stream.of(other).filter(mail -> !mail.isEmpty()).map(ColleaguesTest::contact).toList());

    assertThat(colleagues.include(new EmailAddress(address))).isEqualTo(expected);
  }

  private static Contact contact(String mail) {
    return new Contact("Somebody", new EmailAddress(mail), Language.EN);
  }
}
