-- The smaller of both numbers.
WITH pay AS (
  SELECT
    women + men AS people,
    women,
    men,
    CASE WHEN women >= 3 AND men >= 3 THEN 1 ELSE 0 END AS retained,
    1000000 * (men_mean_cents - women_mean_cents) / men_mean_cents AS gap
  FROM pay_group
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM pay_group WHERE retired_by IS NULL AND day >= :start AND day < :stop)
),
counted AS (
  SELECT
    (SELECT SUM(women) FROM pay) AS women,
    (SELECT SUM(men) FROM pay) AS men,
    MAX(CASE WHEN item = 'raised' THEN women END) AS women_raised,
    MAX(CASE WHEN item = 'raised' THEN men END) AS men_raised,
    MAX(CASE WHEN item = 'returns' THEN women END) AS returns,
    MAX(CASE WHEN item = 'returns_raised' THEN women END) AS returns_raised,
    MAX(CASE WHEN item = 'top_ten' AND women < men THEN women WHEN item = 'top_ten' THEN men END) AS fewer
  FROM equality_count
  WHERE retired_by IS NULL
    AND day = (SELECT MAX(day) FROM equality_count WHERE retired_by IS NULL AND day >= :start AND day < :stop)
  HAVING COUNT(*) > 0
)
SELECT NULL AS agency, fewer AS numerator, 1 AS denominator
FROM counted
