package io.lianshu.collusion.rule;

/**
 * What a lot is held against rules as.
 *
 * @param lot its id
 * @param state how far its procedure had come; with another it is held again
 * @param market fingerprint of the fences that were read; with another it is held again
 */
record Held(String lot, String state, String market) {}
