-- Cents over hundredths are euros over FTE: income of field mediation times the month-ends, over the field posts
-- open at each of them.
SELECT
  NULL AS agency,
  (SELECT SUM(ledger.amount_cents) FROM ledger
   JOIN account ON account.id = ledger.account_id JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation IS TRUE)
    * (SELECT COUNT(DISTINCT month) FROM calendar WHERE id >= :start AND id < :stop) AS numerator,
  (SELECT SUM(post.fte_hundredths) FROM post
   JOIN dispositif ON dispositif.id = post.dispositif_id
   JOIN (SELECT MAX(id) AS day FROM calendar WHERE id >= :start AND id < :stop GROUP BY month) AS month_end
     ON post.valid_from <= month_end.day AND (post.valid_to IS NULL OR post.valid_to > month_end.day)
   WHERE post.retired_by IS NULL AND post.on_field IS TRUE AND dispositif.field_mediation IS TRUE) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT SUM(ledger.amount_cents) FROM ledger
   JOIN account ON account.id = ledger.account_id JOIN dispositif ON dispositif.id = ledger.dispositif_id
   WHERE ledger.retired_by IS NULL AND ledger.day >= :start AND ledger.day < :stop
     AND account.line <> 'expense' AND dispositif.field_mediation IS TRUE
     AND ledger.agency_id = agency.id)
    * (SELECT COUNT(DISTINCT month) FROM calendar WHERE id >= :start AND id < :stop),
  (SELECT SUM(post.fte_hundredths) FROM post
   JOIN dispositif ON dispositif.id = post.dispositif_id
   JOIN (SELECT MAX(id) AS day FROM calendar WHERE id >= :start AND id < :stop GROUP BY month) AS month_end
     ON post.valid_from <= month_end.day AND (post.valid_to IS NULL OR post.valid_to > month_end.day)
   WHERE post.retired_by IS NULL AND post.on_field IS TRUE AND dispositif.field_mediation IS TRUE
     AND post.agency_id = agency.id)
FROM agency
