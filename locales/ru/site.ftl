### Said on every page: header, footer, navigation.

site-name = Общий календарь IGF
skip-to-content = Перейти к содержанию
nav-label = Основное меню
nav-upcoming = Предстоящие встречи
nav-past = Прошедшие встречи
nav-groups = Группы
nav-subscribe = Подписаться
nav-post = Добавить встречу
nav-desk = Раздел секретариата
nav-languages = Языки
zone-label = Показывать время по часовому поясу
zone-button = Применить
zone-hint = Город или часовой пояс латиницей, например Nairobi или Asia/Kathmandu.
zone-unknown-title = Такое место не найдено
zone-unknown = «{ $typed }»: нам не известен такой город или часовой пояс. Укажите более крупный город того же пояса или название вида Africa/Nairobi.
footer-about = Все встречи сообщества Форума по управлению Интернетом (IGF) в одном месте.
back-to-list = Перейти к предстоящим встречам
your-time = По часам Вашего устройства
away-banner = Календарь показан по состоянию на { $when }. Сейчас ничего нельзя опубликовать или изменить.
