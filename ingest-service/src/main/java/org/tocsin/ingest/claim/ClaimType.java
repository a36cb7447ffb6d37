package org.tocsin.ingest.claim;

/** What kind of thing a claim says happened; the codes of the field are in the design's section 4. */
public enum ClaimType {
    TERRITORY_SEIZED,
    TERRITORY_REGAINED,
    TERRITORY_TRANSFERRED,
    WITHDRAWAL,
    TERRITORY_HELD,
    ARMED_CLASH,
    ATTACK_REPELLED,
    SIEGE,
    SHELLING,
    AIR_STRIKE,
    VIOLENCE_AGAINST_CIVILIANS,
    DEPLOYMENT,
    STATEMENT,
    COOPERATION,
    AGREEMENT,
    SANCTION_IMPOSED,
    SANCTION_LIFTED;

    /** True when a completed, current claim of this type on a whole place gives the place another holder, or none. */
    public boolean movesControl() {
        return switch (this) {
            case TERRITORY_SEIZED, TERRITORY_REGAINED, TERRITORY_TRANSFERRED, WITHDRAWAL -> true;
            default -> false;
        };
    }

    /** True of what is said, agreed or decreed: where that is done is no scene of the war. */
    public boolean onPaper() {
        return switch (this) {
            case STATEMENT, COOPERATION, AGREEMENT, SANCTION_IMPOSED, SANCTION_LIFTED -> true;
            default -> false;
        };
    }

    /** True when a claim of this type says nothing without a place. */
    public boolean needsPlace() {
        return switch (this) {
            case AIR_STRIKE,
                    SHELLING,
                    DEPLOYMENT,
                    STATEMENT,
                    COOPERATION,
                    AGREEMENT,
                    SANCTION_IMPOSED,
                    SANCTION_LIFTED -> false;
            default -> true;
        };
    }
}
