-- Territorial agencies with a market or convention on the last day: those where a workshop was held, over all.
WITH territory AS (SELECT id FROM agency WHERE kind = 'territory'),
held AS (
  SELECT DISTINCT agency_id AS id
  FROM rse_event
  WHERE retired_by IS NULL AND day >= :start AND day < :stop AND kind = 'workshop'
    AND agency_id IN (SELECT id FROM territory)
),
working AS (
  SELECT DISTINCT agency_id AS id
  FROM market
  WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to >= :stop)
    AND agency_id IN (SELECT id FROM territory)
)
SELECT NULL AS agency, COUNT(h.id) AS numerator, COUNT(w.id) AS denominator
FROM working AS w LEFT JOIN held AS h ON h.id = w.id
UNION ALL
SELECT w.id, COUNT(h.id), 1
FROM working AS w LEFT JOIN held AS h ON h.id = w.id
GROUP BY w.id
