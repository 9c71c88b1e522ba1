-- Income of the dispositifs of field mediation over their hours: 60 times the cents over 100 times the minutes.
SELECT
  NULL AS agency,
  (SELECT 60 * SUM(ledger.amount_cents) FROM ledger JOIN account ON account.id = ledger.account_id
     JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation) AS numerator,
  (SELECT 100 * SUM(field_hours.done_minutes) FROM field_hours
     JOIN dispositif ON dispositif.id = field_hours.dispositif_id
   WHERE field_hours.retired_by IS NULL AND field_hours.day >= :start
     AND field_hours.day < :stop AND dispositif.field_mediation) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 60 * SUM(ledger.amount_cents) FROM ledger JOIN account ON account.id = ledger.account_id
     JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.agency_id = agency.id AND ledger.retired_by IS NULL
     AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation),
  (SELECT 100 * SUM(field_hours.done_minutes) FROM field_hours
     JOIN dispositif ON dispositif.id = field_hours.dispositif_id
   WHERE field_hours.agency_id = agency.id AND field_hours.retired_by IS NULL AND field_hours.day >= :start
     AND field_hours.day < :stop AND dispositif.field_mediation)
FROM agency
