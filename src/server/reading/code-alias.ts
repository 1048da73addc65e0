// A dossier is also found by a code that was printed for it without a line while it had another already.

/** The dossier `d` that this code was printed for besides its own. */
export const isPrintedAs = (code: string): string =>
  `d.dossier_id in (select a.dossier_id from motcua.dossier_code_alias a where a.province_id = $1 and a.code = ${code})`;

/** Its own code for whichever was printed; another text as it is. One look-up whether there is such a code or not. */
export const ownCode = (code: string): string => `coalesce((
  select o.code from motcua.dossier_code_alias a join motcua.dossier o on o.province_id = $1 and o.dossier_id = a.dossier_id
  where a.province_id = $1 and a.code = ${code}), ${code})`;
