-- Multi-year markets whose term falls in the period and that were renewed.
SELECT
  NULL AS agency,
  COUNT(*) AS numerator,
  1 AS denominator
FROM market
WHERE market.retired_by IS NULL AND market.kind = 'multi_year' AND market.renewed IS TRUE
  AND market.term_on >= :start AND market.term_on < :stop
UNION ALL
SELECT
  market.agency_id,
  COUNT(*),
  1
FROM market
WHERE market.retired_by IS NULL AND market.kind = 'multi_year' AND market.renewed IS TRUE
  AND market.term_on >= :start AND market.term_on < :stop
GROUP BY market.agency_id
