/**
 * Cases (案件): what people make of leads. Evidence with its hash and chain of custody, what companies say, decisions of two people, and the
 * dossier. Only what is decided here counts anywhere.
 */
@NullMarked
package io.lianshu.collusion.casework;

import org.jspecify.annotations.NullMarked;
