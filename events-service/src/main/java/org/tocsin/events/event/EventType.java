package org.tocsin.events.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What kind of thing happened, with the codes that the field uses for it. */
public enum EventType {
    TERRITORY_SEIZED("Non-state actor overtakes territory", "192"),
    TERRITORY_REGAINED("Government regains territory", "192"),
    TERRITORY_TRANSFERRED("Non-violent transfer of territory", null),
    WITHDRAWAL(null, "0874"),
    TERRITORY_HELD(null, null),
    ARMED_CLASH("Armed clash", "193"),
    ATTACK_REPELLED("Armed clash", "193"),
    SIEGE(null, "191"),
    SHELLING("Shelling/artillery/missile attack", "194"),
    AIR_STRIKE("Air/drone strike", "195"),
    VIOLENCE_AGAINST_CIVILIANS("Attack", "202"),
    DEPLOYMENT("Change to group/activity", "154"),
    STATEMENT("Agreement", "01"),
    COOPERATION("Agreement", "03"),
    AGREEMENT("Agreement", "05"),
    SANCTION_IMPOSED(null, "163"),
    SANCTION_LIFTED(null, "085");

    private final @Nullable String acled;
    private final @Nullable String cameo;

    EventType(@Nullable String acled, @Nullable String cameo) {
        this.acled = acled;
        this.cameo = cameo;
    }

    /** Its ACLED sub-event type (codebook of 2024) and CAMEO code (codebook 1.1b3); null where the scheme has none. */
    public Codes codes() {
        return new Codes(acled, cameo);
    }

    /** True when a completed, current event of this type gives the place another holder, or none. */
    public boolean movesControl() {
        return switch (this) {
            case TERRITORY_SEIZED, TERRITORY_REGAINED, TERRITORY_TRANSFERRED, WITHDRAWAL -> true;
            default -> false;
        };
    }

    /** True when events of this type are looked at to say who holds a place. */
    public boolean weighs() {
        return switch (this) {
            case TERRITORY_HELD, ARMED_CLASH, ATTACK_REPELLED, SIEGE -> true;
            default -> movesControl();
        };
    }

    /**
     * @param acled sub-event type of the ACLED codebook
     * @param cameo event code of CAMEO
     */
    public record Codes(
            @Schema(nullable = true) @Nullable String acled,
            @Schema(nullable = true) @Nullable String cameo) {}
}
