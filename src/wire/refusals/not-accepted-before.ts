/** Why an act that names what it builds on waits for a person: matched by its revision it would take somebody else's change for that. */
export const NOT_ACCEPTED_BEFORE = 'predecessor-not-accepted';
