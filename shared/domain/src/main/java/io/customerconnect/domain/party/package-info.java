/** Who trades with whom: suppliers' accounts, legal entities, groups, and what identifies them. */
@NullMarked
package io.customerconnect.domain.party;

import org.jspecify.annotations.NullMarked;
