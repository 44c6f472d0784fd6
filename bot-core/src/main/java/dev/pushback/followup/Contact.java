package dev.pushback.followup;

import dev.pushback.playbook.Rung;
import java.time.Instant;

/**
 * One time the partner was asked about a follow-up.
 *
 * @param at when
 * @param channel how: email, shared-channel, direct-message, phone or portal
 * @param rung which step of the ladder it was
 */
public record Contact(Instant at, String channel, Rung rung) {}
