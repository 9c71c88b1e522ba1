-- Orders with a day of answer over all orders.
SELECT
  NULL AS agency,
  COUNT(answered_on) AS numerator,
  COUNT(*) AS denominator
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  funder_order.agency_id,
  COUNT(answered_on),
  COUNT(*)
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY funder_order.agency_id
