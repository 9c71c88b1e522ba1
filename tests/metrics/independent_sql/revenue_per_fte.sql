-- Cents over hundredths are euros over FTE: income of field mediation, field posts open at any time.
SELECT
  NULL AS agency,
  (SELECT SUM(ledger.amount_cents) FROM ledger
   JOIN account ON account.id = ledger.account_id JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation IS TRUE) AS numerator,
  (SELECT SUM(fte_hundredths) FROM post JOIN dispositif ON dispositif.id = post.dispositif_id
   WHERE dispositif.field_mediation IS TRUE AND retired_by IS NULL AND on_field IS TRUE
     AND valid_from < :stop AND (valid_to IS NULL OR valid_to > :start)) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT SUM(ledger.amount_cents) FROM ledger
   JOIN account ON account.id = ledger.account_id JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.agency_id = agency.id AND ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation IS TRUE),
  (SELECT SUM(fte_hundredths) FROM post JOIN dispositif ON dispositif.id = post.dispositif_id
   WHERE dispositif.field_mediation IS TRUE AND post.agency_id = agency.id AND retired_by IS NULL AND on_field IS TRUE
     AND valid_from < :stop AND (valid_to IS NULL OR valid_to > :start))
FROM agency
