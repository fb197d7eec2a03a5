package io.customerconnect.domain.status;

import io.customerconnect.domain.party.AccountId;
import io.customerconnect.domain.party.LegalEntityId;
import io.customerconnect.domain.party.VendorNumber;
import java.time.Instant;

/**
 * A supplier account and the number that it has in a buyer's books (P19): what status is loaded
 * for.
 *
 * @param since when they were bound
 */
public record Binding(
    AccountId account, LegalEntityId legalEntity, VendorNumber vendorNumber, Instant since) {}
