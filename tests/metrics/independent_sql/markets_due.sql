-- Multi-year markets whose term falls in the period.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM market
WHERE retired_by IS NULL AND term_on >= :start AND term_on < :stop AND kind = 'multi_year'
UNION ALL
SELECT
  market.agency_id,
  COUNT(*),
  1
FROM market
WHERE retired_by IS NULL AND term_on >= :start AND term_on < :stop AND kind = 'multi_year'
GROUP BY market.agency_id
