FROM node:22 AS pages
WORKDIR /management-ui
COPY management-ui/package.json management-ui/package-lock.json management-ui/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY management-ui .
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Made last, so that they count as newer than what they are made from.
COPY --from=pages /management-ui/dist management-ui/dist
RUN touch management-ui/dist/index.html && dotnet publish src/AmqpBroker -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN mkdir /data && chown "$APP_UID" /data
# An appsettings.json may be mounted here: the broker looks for it in its working directory.
WORKDIR /app
ENV AMQPBROKER_Storage__DataDirectory=/data
USER $APP_UID
VOLUME /data
# AMQP, management API and web pages, metrics for Prometheus; AMQP and management API over TLS, which need certificates.
EXPOSE 5672 15672 15692 5671 15671
ENTRYPOINT ["dotnet", "/app/amqpbroker.dll"]
