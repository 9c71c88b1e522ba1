-- Gaps of groups of at least 3 and 3, 5 % taken off, weighed by people: millionths, then tenths of a percent.
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
beyond AS (
  SELECT
    people,
    CASE WHEN gap > 50000 THEN gap - 50000 WHEN gap < -50000 THEN gap + 50000 ELSE 0 END AS gap
  FROM pay
  WHERE retained = 1
),
overall AS (  -- in tenths of a percent, half-up
  SELECT (CAST(ABS(SUM(gap * people)) AS BIGINT) / CAST(SUM(people) AS BIGINT) + 500) / 1000 AS tenths FROM beyond HAVING COUNT(*) > 0
)
SELECT NULL AS agency, tenths AS numerator, 1000 AS denominator
FROM overall
