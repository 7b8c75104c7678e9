package io.lbaas.test.harness;

/** Gives tests that leave things behind a server of their own to share. */
public final class SpareServer extends SharedServer {}
