-- The same markets and agreements, counted.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM market
WHERE retired_by IS NULL AND term_on >= :start AND term_on < :stop
  AND kind <> 'seasonal' AND (renewed IS NULL OR renewed IS FALSE)
UNION ALL
SELECT
  market.agency_id,
  COUNT(*),
  1
FROM market
WHERE retired_by IS NULL AND term_on >= :start AND term_on < :stop
  AND kind <> 'seasonal' AND (renewed IS NULL OR renewed IS FALSE)
GROUP BY market.agency_id
