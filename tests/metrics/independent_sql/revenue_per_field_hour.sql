-- Income of field mediation in cents over 100, minutes over 60: 60 / 100 = 3 / 5.
SELECT
  NULL AS agency,
  (SELECT 3 * SUM(ledger.amount_cents) FROM ledger
   JOIN account ON account.id = ledger.account_id JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation IS TRUE) AS numerator,
  (SELECT 5 * SUM(done_minutes) FROM field_hours JOIN dispositif ON dispositif.id = field_hours.dispositif_id
   WHERE dispositif.field_mediation IS TRUE AND retired_by IS NULL AND day >= :start AND day < :stop) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 3 * SUM(ledger.amount_cents) FROM ledger
   JOIN account ON account.id = ledger.account_id JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.agency_id = agency.id AND ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation IS TRUE),
  (SELECT 5 * SUM(done_minutes) FROM field_hours JOIN dispositif ON dispositif.id = field_hours.dispositif_id
   WHERE dispositif.field_mediation IS TRUE AND field_hours.agency_id = agency.id AND retired_by IS NULL AND day >= :start AND day < :stop)
FROM agency
