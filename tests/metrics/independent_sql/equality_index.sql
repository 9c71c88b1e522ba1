-- The four indicators, all computable in the sample years: points over 100.
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
),
rates AS (  -- the gap of rates in tenths of a percent and in tenths of a person, half-up
  SELECT
    (2000 * ABS(men_raised * women - women_raised * men) + women * men) / (2 * women * men) AS tenths,
    (20 * ABS(men_raised * women - women_raised * men) * CASE WHEN women < men THEN women ELSE men END + women * men)
      / (2 * women * men) AS people
  FROM counted
)
SELECT NULL AS agency,
  (SELECT CASE WHEN tenths = 0 THEN 40 WHEN tenths <= 10 THEN 39 WHEN tenths <= 20 THEN 38 WHEN tenths <= 30 THEN 37
    WHEN tenths <= 40 THEN 36 WHEN tenths <= 50 THEN 35 WHEN tenths <= 60 THEN 34 WHEN tenths <= 70 THEN 33 ELSE 0 END FROM overall)
  + (SELECT CASE WHEN tenths <= 20 OR people <= 20 THEN 35 WHEN tenths <= 50 OR people <= 50 THEN 25
    WHEN tenths <= 100 OR people <= 100 THEN 15 ELSE 0 END FROM rates)
  + CASE WHEN returns_raised = returns THEN 15 ELSE 0 END
  + CASE WHEN fewer >= 4 THEN 10 WHEN fewer >= 2 THEN 5 ELSE 0 END AS numerator, 100 AS denominator
FROM counted
