-- The first steps of the scale of the pay gap, up to 7 %.
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
SELECT NULL AS agency, CASE WHEN tenths = 0 THEN 40 WHEN tenths <= 10 THEN 39 WHEN tenths <= 20 THEN 38 WHEN tenths <= 30 THEN 37
    WHEN tenths <= 40 THEN 36 WHEN tenths <= 50 THEN 35 WHEN tenths <= 60 THEN 34 WHEN tenths <= 70 THEN 33 ELSE 0 END AS numerator, 1 AS denominator
FROM overall
