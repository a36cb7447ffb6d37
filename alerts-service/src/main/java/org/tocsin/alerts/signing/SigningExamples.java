package org.tocsin.alerts.signing;

/** Examples for the API's document; docs/api/examples holds the same. */
final class SigningExamples {
    static final String ROTATION = """
            {"signature": "v1", "overlap": "PT24H"}""";

    static final String ROTATED = """
            {
              "id": "0d0a4b0f-6d07-4b52-9f4c-3b6f0b7f2f10",
              "signature": "v1",
              "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
              "publicKey": null,
              "createdAt": "2026-11-24T09:00:00.000001Z",
              "expiresAt": null
            }""";

    static final String SECRETS = """
            {
              "items": [
                {
                  "id": "0d0a4b0f-6d07-4b52-9f4c-3b6f0b7f2f10",
                  "signature": "v1",
                  "publicKey": null,
                  "createdAt": "2026-11-24T09:00:00.000001Z",
                  "expiresAt": null
                },
                {
                  "id": "9c1d2c54-52f5-4a0b-8b7e-0f6c6d6f4a11",
                  "signature": "v1",
                  "publicKey": null,
                  "createdAt": "2026-11-23T14:59:00.000001Z",
                  "expiresAt": "2026-11-25T09:00:00.000001Z"
                }
              ],
              "next": null
            }""";

    static final String KEY_SET = """
            {
              "keys": [
                {
                  "kty": "OKP",
                  "crv": "Ed25519",
                  "x": "1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4",
                  "kid": "5b1f3d7e-0c7e-4b40-9d0e-2a0e5a8d3c12",
                  "use": "sig",
                  "alg": "Ed25519",
                  "whpk": "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
                  "iat": 1795445940
                }
              ]
            }""";

    private SigningExamples() {}
}
