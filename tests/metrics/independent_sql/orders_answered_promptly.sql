-- Orders answered in five days over all orders, waiting ones included.
SELECT
  NULL AS agency,
  SUM(CASE WHEN delay_days <= 5 THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop
UNION ALL
SELECT
  funder_order.agency_id,
  SUM(CASE WHEN delay_days <= 5 THEN 1 ELSE 0 END),
  COUNT(*)
FROM funder_order
WHERE retired_by IS NULL AND day >= :start AND day < :stop
GROUP BY funder_order.agency_id
