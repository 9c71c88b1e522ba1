-- Orders without a day of answer.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND answered_on IS NULL
UNION ALL
SELECT
  funder_order.agency_id,
  COUNT(*),
  1
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop AND answered_on IS NULL
GROUP BY funder_order.agency_id
