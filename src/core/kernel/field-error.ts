// What is wrong at a field, as a code: its Vietnamese sentence stands in wire, one place for all screens.
export type FieldErrorCode =
  | 'required'
  | 'unknown-field'
  | 'not-text' | 'not-whole-number' | 'not-yes-no' | 'not-in-list'
  | 'too-short' | 'too-long' | 'too-small' | 'too-big' | 'pattern'
  | 'date-shape' | 'date-in-future' | 'birth-date-shape'
  | 'name-letters' | 'email-shape' | 'phone-shape'
  | 'personal-number-shape'
  | 'representation-missing'
  | 'not-read-aloud' | 'witnesses-missing' | 'witness-not-another'
  | 'identity-number-missing' | 'identity-12-digits' | 'identity-9-digits' | 'identity-reason-missing'
  | 'identity-passport-shape' | 'identity-issued-in-future';

export type FieldWarningCode =
  | 'identity-province-unknown' | 'identity-sex-differs' | 'identity-birth-year-differs'
  | 'identity-birth-year-in-future' | 'identity-card-not-yet-issued' | 'identity-card-void'
  | 'phone-old-eleven-digits'
  | 'name-differs' | 'birth-date-differs'
  | 'authorisation-paper-unnamed';

type Params = Readonly<Record<string, string | number>>;

/** `path` is dotted: 'applicant.identity.number', 'answers.childName'. */
export type FieldError = { readonly path: string; readonly code: FieldErrorCode; readonly params?: Params };
export type FieldWarning = { readonly path: string; readonly code: FieldWarningCode; readonly params?: Params };
