-- Multi-year markets awarded in the period that follow no other.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM market
WHERE market.retired_by IS NULL AND market.kind = 'multi_year' AND market.renewal IS FALSE
  AND market.awarded_on >= :start AND market.awarded_on < :stop
UNION ALL
SELECT
  market.agency_id,
  COUNT(*),
  1
FROM market
WHERE market.retired_by IS NULL AND market.kind = 'multi_year' AND market.renewal IS FALSE
  AND market.awarded_on >= :start AND market.awarded_on < :stop
GROUP BY market.agency_id
