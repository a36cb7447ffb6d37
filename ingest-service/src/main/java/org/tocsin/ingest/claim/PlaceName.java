package org.tocsin.ingest.claim;

/**
 * A place as a claim shows it.
 *
 * @param id GeoNames id, or {@code x<number>} of the supplement
 * @param country ISO 3166-1 alpha-2, upper case
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record PlaceName(String id, String name, String country, double latitude, double longitude) {}
