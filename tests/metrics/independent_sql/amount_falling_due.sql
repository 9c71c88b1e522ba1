-- Cents a year, per 100, of what falls due and is not renewed, whatever the day it is read.
SELECT
  NULL AS agency,
  SUM(annual_cents) AS numerator,
  100 AS denominator
FROM market
WHERE retired_by IS NULL AND term_on >= :start AND term_on < :stop
  AND kind <> 'seasonal' AND (renewed IS NULL OR renewed IS FALSE)
UNION ALL
SELECT
  market.agency_id,
  SUM(annual_cents),
  100
FROM market
WHERE retired_by IS NULL AND term_on >= :start AND term_on < :stop
  AND kind <> 'seasonal' AND (renewed IS NULL OR renewed IS FALSE)
GROUP BY market.agency_id
