-- Orders received.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  funder_order.agency_id,
  COUNT(*),
  1
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY funder_order.agency_id
